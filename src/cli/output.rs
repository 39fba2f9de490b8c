//! Standard output: whether it gets colour, and what happens when it goes away.

use clap::ValueEnum;
use std::io::{self, ErrorKind, IsTerminal, Write};
use terminal_size::{Width, terminal_size_of};

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR or CI is set; CLICOLOR_FORCE=1 switches it on
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Whether standard output gets colour.
    pub fn is_on(self) -> bool {
        let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if set("NO_COLOR").is_some() => false,
            Color::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Color::Auto => {
                set("CI").is_none()
                    && set("TERM").is_some_and(|term| term != "dumb")
                    && io::stdout().is_terminal()
            }
        }
    }
}

/// The width of the terminal, in columns; where there is none, what reads well.
pub fn width() -> usize {
    const READABLE: usize = 100;
    terminal_size_of(io::stdout()).map_or(READABLE, |(Width(width), _)| width.into())
}

/// Lets `write` write to standard output, buffered and flushed.
///
/// That the reader went away (`| head`) is no error: whoever closes a pipe has seen enough.
pub fn to_stdout(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut stdout = io::BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    match write(&mut stdout).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}
