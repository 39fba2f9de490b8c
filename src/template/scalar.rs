//! The scalar rules of YAML 1.1: what a plain word in a template is.
//!
//! CloudFormation reads templates by these, not by YAML 1.2: `yes` is a boolean and `0755` is octal. Dates
//! stay text, as do whole numbers that 64 bits can't hold.

use super::{Content, Text};

/// What the plain (unquoted) scalar `text` is.
pub(super) fn resolve(text: &str) -> Content {
    match text.as_bytes() {
        [] | [b'~'] => Content::Null,
        [b'y' | b'Y' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'o' | b'O', ..] => word(text),
        [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => number(text).unwrap_or_else(|| Content::Text(text.into())),
        _ => Content::Text(text.into()),
    }
}

/// The text that a plain scalar is as a key: `On` is `true`, `0x10` is `16`, but `1.10` stays.
pub(super) fn key(text: &str) -> Text {
    match resolve(text) {
        Content::Text(text) => text,
        Content::Boolean(value) => Text::from(value.to_string()),
        Content::Integer(value) => Text::from(value.to_string()),
        Content::Null => Text::from("null"),
        Content::Float(_) | Content::List(_) | Content::Map(_) => Text::from(text),
    }
}

fn word(text: &str) -> Content {
    match text {
        "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Content::Boolean(true),
        "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Content::Boolean(false),
        "null" | "Null" | "NULL" => Content::Null,
        _ => Content::Text(Text::from(text)),
    }
}

/// The number that `text` is, if it is one in one of the notations of YAML 1.1.
fn number(text: &str) -> Option<Content> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let signed = digits.len() < text.len();
    let negative = text.starts_with('-');
    match digits.bytes().next()? {
        // `.5` is a number, but with a sign it needs a digit before the point.
        b'.' if signed => None,
        b'.' | b'0'..=b'9' if digits.contains('.') => {
            float(digits).map(|value| Content::Float(if negative { -value } else { value }))
        }
        b'0'..=b'9' => integer(negative, digits).map(Content::Integer),
        _ => None,
    }
}

/// A whole number without its sign: binary, octal, hexadecimal, base 60 or decimal.
fn integer(negative: bool, digits: &str) -> Option<i64> {
    let magnitude = if let Some(binary) = digits.strip_prefix("0b") {
        radix(binary, 2)?
    } else if let Some(hexadecimal) = digits.strip_prefix("0x") {
        radix(hexadecimal, 16)?
    } else if digits.len() > 1 && digits.starts_with('0') {
        radix(&digits[1..], 8)?
    } else if digits.contains(':') {
        base_60(digits)?
    } else {
        radix(digits, 10)?
    };
    let signed = if negative { -i128::from(magnitude) } else { i128::from(magnitude) };
    i64::try_from(signed).ok()
}

/// Digits of a base, which underscores may separate. At least one digit.
fn radix(digits: &str, base: u32) -> Option<u64> {
    let mut value: u64 = 0;
    let mut any = false;
    for character in digits.chars() {
        if character == '_' {
            continue;
        }
        let digit = character.to_digit(base)?;
        value = value.checked_mul(u64::from(base))?.checked_add(u64::from(digit))?;
        any = true;
    }
    any.then_some(value)
}

/// `1:30` is 90, as in minutes and seconds.
fn base_60(digits: &str) -> Option<u64> {
    let mut value: u64 = 0;
    for (position, part) in digits.split(':').enumerate() {
        let number = if position == 0 { radix(part, 10)? } else { sixty(part)? };
        value = value.checked_mul(60)?.checked_add(number)?;
    }
    Some(value)
}

/// A part after the first of a base-60 number: one or two digits, below 60.
fn sixty(part: &str) -> Option<u64> {
    let plain = matches!(part.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9']);
    plain.then(|| part.parse().ok()).flatten()
}

/// A number with a point and without its sign. Its exponent needs a sign: `1.5e+3`.
fn float(digits: &str) -> Option<f64> {
    let (whole, rest) = digits.split_once('.')?;
    let (fraction, exponent) = match rest.find(['e', 'E']) {
        Some(position) => (rest.get(..position)?, rest.get(position + 1..)?),
        None => (rest, "+0"),
    };
    let power = exponent.strip_prefix(['+', '-'])?;
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let nothing = whole.is_empty() && !fraction.starts_with(|first: char| first.is_ascii_digit());
    if nothing || !plain(fraction) || power.is_empty() || !power.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value: f64 = if whole.contains(':') && fraction.len() == rest.len() {
        format!("{}.{fraction}", base_60(whole)?).replace('_', "").parse().ok()?
    } else if plain(whole) {
        format!("0{whole}.{fraction}e{exponent}").replace('_', "").parse().ok()?
    } else {
        return None;
    };
    value.is_finite().then_some(value)
}
