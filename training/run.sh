#!/usr/bin/env bash
# Makes models/wenzheng-embed-zh from a folder of reports. Usage: training/run.sh REPORTS CORPUS [QUESTIONS.jsonl]
# WORK (default /tmp/wenzheng-training) keeps what is slow to make; delete it to begin anew.
# SAMPLE=0.05 tries every step on a twentieth of everything, in minutes; TARGET says where the model goes.
set -euo pipefail
export REPORTS=$(realpath "$1") CORPUS=$(realpath "$2") WORK=${WORK:-/tmp/wenzheng-training} PYTHONHASHSEED=0
questions=${3:+--questions $(realpath "$3")}
cd "$(dirname "$0")"
[ "${SAMPLE:-1}" = 1 ] || export TARGET=${TARGET:-$WORK/wenzheng-embed-zh}
mkdir -p "$WORK"
[ -d "$WORK/venv" ] || { python3 -m venv "$WORK/venv" && "$WORK/venv/bin/pip" install -q -r requirements.txt; }
python="$WORK/venv/bin/python"
one_thread() { THREADS=1 OMP_NUM_THREADS=1 "$python" -m "$@"; }
echo "1 teacher";    "$python" -m recipe.teacher
echo "2 vocabulary"; "$python" -m recipe.vocabulary
echo "3 targets";    "$python" -m recipe.targets
echo "4-5 training, two runs and their mean, then two runs beside BM25 and their mean"
"$python" -m recipe.train --distil-steps 250 --steps 1400 --stop-at 501 --teacher-weight 2 --out a.npy
one_thread recipe.train --distil-steps 150 --steps 1300 --batch 640 --distil-batch 768 --teacher-weight 2 --out b.npy
"$python" -m recipe.average a.npy b.npy mean.npy
one_thread recipe.finish --start mean.npy --steps 1500 --rate 1e-3 --documents 16 --batch 1100 --far 200 --teacher-weight 2 \
  --plain 0 --back 0.2 --titled 0.85 --placed 0 --seed 1 --out c.npy
one_thread recipe.finish --start mean.npy --seed 1 --out d.npy
"$python" -m recipe.average c.npy d.npy rows.npy
echo "6 export";     "$python" -m recipe.export
echo "7 evaluation"; "$python" -m recipe.evaluate $questions
echo "8 reference";  "$python" -m recipe.reference
echo "Then, in the project's root: node training/check_pipeline.mjs"
