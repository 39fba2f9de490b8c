//! Rate limits, as AWS's services have them: a bucket of tokens for each call.

use std::collections::HashMap;
use tokio::time::Instant;

/// The buckets.
#[derive(Debug)]
pub(super) struct RateLimits {
    rates: HashMap<String, f64>,
    buckets: HashMap<&'static str, Bucket>,
}

#[derive(Debug)]
struct Bucket {
    tokens: f64,
    filled: Instant,
}

impl RateLimits {
    pub fn new(rates: HashMap<String, f64>) -> Self {
        RateLimits { rates, buckets: HashMap::new() }
    }

    /// Whether `call` may be served now. A bucket holds the requests of one second, at least one.
    pub fn take(&mut self, call: &'static str, now: Instant) -> bool {
        let Some(&rate) = self.rates.get(call).or_else(|| self.rates.get("*")) else { return true };
        let capacity = rate.max(1.0);
        let bucket = self.buckets.entry(call).or_insert(Bucket { tokens: capacity, filled: now });
        let refill = now.saturating_duration_since(bucket.filled).as_secs_f64() * rate;
        bucket.tokens = (bucket.tokens + refill).min(capacity);
        bucket.filled = now;
        let allowed = bucket.tokens >= 1.0;
        if allowed {
            bucket.tokens -= 1.0;
        }
        allowed
    }
}
