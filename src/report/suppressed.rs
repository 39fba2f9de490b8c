//! What reports say of a finding that is suppressed, or in the baseline.

use super::entry::{Place, clipped};
use super::escape::visible;
use crate::gate::{Origin, Suppression};

/// The longest reason that is shown as a whole, in characters.
const REASON: usize = 500;

/// Why a finding doesn't count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Somebody decided so.
    Suppressed,
    /// It is old.
    Baseline,
}

impl Why {
    /// Why a finding with this suppression doesn't count.
    pub fn of(suppression: &Suppression) -> Self {
        match suppression.origin {
            Origin::Baseline { .. } => Why::Baseline,
            Origin::Metadata { .. } | Origin::Program { .. } | Origin::Configuration { .. } => {
                Why::Suppressed
            }
        }
    }

    /// What people call it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Why::Suppressed => "suppressed",
            Why::Baseline => "in the baseline",
        }
    }

    /// What programs call it.
    pub const fn id(self) -> &'static str {
        match self {
            Why::Suppressed => "suppressed",
            Why::Baseline => "baseline",
        }
    }
}

/// Where a suppression stands; `None` for a CDK program whose line is not known.
pub(super) fn place(suppression: &Suppression) -> Option<Place<'_>> {
    match &suppression.origin {
        Origin::Metadata { file, span, .. }
        | Origin::Configuration { file, span }
        | Origin::Baseline { file, span } => Some(Place {
            file: &file.name,
            line: span.line.max(1),
            column: Some(span.column.max(1)),
            end: None,
        }),
        Origin::Program { line, .. } => line.as_ref().map(|line| Place {
            file: &line.file,
            line: line.line.max(1),
            column: line.column.filter(|column| *column > 0),
            end: None,
        }),
    }
}

/// Who says so, until when and why, on one line, inert: `suppressed at a.yaml:7:19 until 2027-03-31: …`.
pub(super) fn sentence(suppression: &Suppression) -> String {
    let mut text = Why::of(suppression).as_str().to_owned();
    if let Some(place) = place(suppression) {
        text.push_str(&format!(" at {}", place.display()));
    }
    if let Origin::Program { construct, .. } = &suppression.origin {
        text.push_str(&format!(" for {}", visible(construct)));
    }
    if let Some(until) = suppression.until {
        text.push_str(&format!(" until {until}"));
    }
    if Why::of(suppression) == Why::Suppressed {
        text.push_str(&format!(": {}", clipped(&suppression.reason, REASON)));
    }
    text
}

/// Why a finding doesn't count, for programs.
#[derive(serde::Serialize)]
pub(super) struct SuppressedBy<'a> {
    by: &'static str,
    key: Option<&'static str>,
    reason: &'a str,
    until: Option<String>,
    construct: Option<&'a str>,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
}

impl<'a> SuppressedBy<'a> {
    pub fn new(suppression: &'a Suppression) -> Self {
        let place = place(suppression);
        let (by, key, construct) = match &suppression.origin {
            Origin::Metadata { key, .. } => ("metadata", Some(*key), None),
            Origin::Program { construct, .. } => ("program", None, Some(&**construct)),
            Origin::Configuration { .. } => ("configuration", None, None),
            Origin::Baseline { .. } => ("baseline", None, None),
        };
        SuppressedBy {
            by,
            key,
            reason: &suppression.reason,
            until: suppression.until.map(|until| until.to_string()),
            construct,
            file: place.map(|place| place.file),
            line: place.map(|place| place.line),
            column: place.and_then(|place| place.column),
        }
    }
}
