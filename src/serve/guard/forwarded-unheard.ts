import type { MiddlewareHandler } from "hono";
import type { Services } from "#serve/services.ts";

/**
 * Says once, for the operator, that requests come through a proxy which the settings do not know: all readers behind it
 * share one limit then.
 */
export function forwardedUnheard({ settings, warn }: Services): MiddlewareHandler {
  let isSaid = settings.trustedProxies > 0;
  return async (c, next) => {
    if (!isSaid && c.req.header("x-forwarded-for") !== undefined) {
      isSaid = true;
      warn?.(
        "requests carry X-Forwarded-For, but TRUSTED_PROXIES is 0: all readers behind that proxy share one limit. Set TRUSTED_PROXIES to the number of your proxies.",
      );
    }
    await next();
  };
}
