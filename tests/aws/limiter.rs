//! The limiter against a server with a bucket of tokens, in virtual time.

use cfn_gate::aws::Limiter;
use futures_util::{StreamExt, stream};
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// Takes `rate` requests a second, with a bucket of `capacity`; none before `opens`.
struct Server {
    rate: f64,
    capacity: f64,
    opens: Duration,
    start: Instant,
    bucket: Mutex<(f64, Instant)>,
    refused: Mutex<usize>,
}

impl Server {
    fn new(rate: f64, capacity: f64) -> Self {
        let start = Instant::now();
        Server {
            rate,
            capacity,
            opens: Duration::ZERO,
            start,
            bucket: Mutex::new((capacity, start)),
            refused: Mutex::new(0),
        }
    }

    async fn answer(&self) -> bool {
        tokio::time::sleep(Duration::from_millis(40)).await;
        let now = Instant::now();
        let mut bucket = self.bucket.lock().unwrap();
        bucket.0 = (bucket.0 + (now - bucket.1).as_secs_f64() * self.rate).min(self.capacity);
        bucket.1 = now;
        let taken = bucket.0 >= 1.0 && now - self.start >= self.opens;
        if taken {
            bucket.0 -= 1.0;
        } else {
            *self.refused.lock().unwrap() += 1;
        }
        taken
    }
}

/// Sends `count` requests with 64 at once, and says how long it took.
async fn send(limiter: &Limiter, server: &Server, count: usize) -> Duration {
    let began = Instant::now();
    stream::iter(0..count)
        .map(|_| async {
            loop {
                let permit = limiter.acquire().await;
                if server.answer().await {
                    return limiter.taken(permit);
                }
                limiter.throttled(permit);
            }
        })
        .buffer_unordered(64)
        .for_each(|()| std::future::ready(()))
        .await;
    began.elapsed()
}

#[tokio::test(start_paused = true)]
async fn without_a_limit_there_is_no_waiting() {
    let took = send(&Limiter::default(), &Server::new(1e9, 1e9), 640).await;
    assert!(took < Duration::from_millis(450), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn the_rate_is_found_whatever_it_is_and_the_bucket_holds() {
    for rate in [2.0, 10.0, 50.0, 300.0] {
        for seconds_in_bucket in [0.3, 1.0, 3.0] {
            let capacity = f64::max(rate * seconds_in_bucket, 2.0);
            let server = Server::new(rate, capacity);
            let count = (rate * 60.0) as usize;
            let took = send(&Limiter::default(), &server, count).await.as_secs_f64();
            let bound = (count as f64 - capacity) / rate;
            let refused = *server.refused.lock().unwrap();
            assert!(took <= 1.05 * bound, "{rate}/s, bucket {capacity}: {took:.1} s instead of {bound:.1}");
            assert!(refused <= 80 + count / 10, "{rate}/s, bucket {capacity}: {refused} of {count} refused");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_outage_is_waited_for_politely_and_recovered_from() {
    let mut server = Server::new(100.0, 100.0);
    server.opens = Duration::from_secs(30);
    let took = send(&Limiter::default(), &server, 500).await;
    assert!(took < Duration::from_secs(45), "{took:?}");
    let refused = *server.refused.lock().unwrap();
    assert!(refused < 64 + 45, "{refused} requests to a service that throttles all of them");
}
