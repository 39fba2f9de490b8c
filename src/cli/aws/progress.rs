//! How far a run is: a bar on a terminal, a line now and then where there is none.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How often a line is printed where there is no terminal.
const INTERVAL: Duration = Duration::from_secs(15);

/// Counts resources that are done.
#[derive(Debug)]
pub struct Progress {
    total: usize,
    done: AtomicUsize,
    shown: Shown,
}

#[derive(Debug)]
enum Shown {
    Bar(ProgressBar),
    Lines(Mutex<Instant>),
    Nothing,
}

impl Progress {
    /// For `total` resources.
    pub fn new(total: usize, quiet: bool) -> Self {
        let shown = if quiet || total == 0 {
            Shown::Nothing
        } else if std::io::stderr().is_terminal() && std::env::var_os("CI").is_none() {
            let bar = ProgressBar::new(total as u64);
            let style = ProgressStyle::with_template("{bar:30} {pos} of {len} resources, {elapsed}");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(250));
            Shown::Bar(bar)
        } else {
            Shown::Lines(Mutex::new(Instant::now()))
        };
        Progress { total, done: AtomicUsize::new(0), shown }
    }

    /// `count` more resources are done.
    pub fn add(&self, count: usize) {
        let done = self.done.fetch_add(count, Ordering::Relaxed) + count;
        match &self.shown {
            Shown::Bar(bar) => bar.set_position(done as u64),
            Shown::Lines(last) => {
                let Ok(mut last) = last.lock() else { return };
                if last.elapsed() >= INTERVAL {
                    *last = Instant::now();
                    eprintln!("{done} of {} resources evaluated", self.total);
                }
            }
            Shown::Nothing => {}
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Shown::Bar(bar) = &self.shown {
            bar.finish_and_clear();
        }
    }
}
