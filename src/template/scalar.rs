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

/// The text that a scalar is as a key: `On` is the text `true`, `0x10` is `16`. None for lists and maps.
pub(super) fn key(content: Content) -> Option<Text> {
    match content {
        Content::Text(text) => Some(text),
        Content::Boolean(value) => Some(Text::from(value.to_string())),
        Content::Integer(value) => Some(Text::from(value.to_string())),
        Content::Float(value) => Some(Text::from(float_text(value))),
        Content::Null => Some(Text::from("null")),
        Content::List(_) | Content::Map(_) => None,
    }
}

/// A number as text, without exponent and always with a fraction: `8.0`, `1.1`.
fn float_text(value: f64) -> String {
    let text = value.to_string();
    if text.contains('.') || !value.is_finite() { text } else { text + ".0" }
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
pub(super) fn number(text: &str) -> Option<Content> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if !digits.bytes().next()?.is_ascii_digit() && !digits.starts_with('.') {
        return None;
    }
    if digits.contains('.') {
        return float(negative, digits).map(Content::Float);
    }
    integer(negative, digits).map(Content::Integer)
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

/// A number with a point and without its sign. The exponent needs a sign: `1.5e+3`.
fn float(negative: bool, digits: &str) -> Option<f64> {
    let (whole, rest) = digits.split_once('.')?;
    let sign = if negative { -1.0 } else { 1.0 };
    if let Some((first, last)) = whole.rsplit_once(':') {
        let fraction = decimal("0", rest)?;
        let whole = base_60(&format!("{first}:{last}"))?;
        #[allow(clippy::cast_precision_loss)]
        return Some(sign * (whole as f64 + fraction));
    }
    let (fraction, exponent) = match rest.find(['e', 'E']) {
        Some(position) => (&rest[..position], Some(&rest[position + 1..])),
        None => (rest, None),
    };
    if let Some(exponent) = exponent {
        let digits = exponent.strip_prefix(['+', '-'])?;
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
    }
    let allowed = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    if !allowed(whole)
        || !allowed(fraction)
        || (whole.is_empty() && !fraction.starts_with(|c: char| c.is_ascii_digit()))
    {
        return None;
    }
    let value = match exponent {
        Some(exponent) => format!("{whole}.{fraction}e{exponent}").replace('_', "").parse().ok()?,
        None => decimal(whole, fraction)?,
    };
    let value: f64 = sign * value;
    value.is_finite().then_some(value)
}

/// `whole.fraction`, where either may hold underscores and the fraction may be empty.
fn decimal(whole: &str, fraction: &str) -> Option<f64> {
    format!("{whole}.{fraction}0").replace('_', "").parse().ok()
}
