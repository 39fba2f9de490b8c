//! Tells templates from other files by a look at their text, so that a directory can be walked.

use super::limits::MAX_BYTES;
use jsonc_parser::tokens::Token;
use jsonc_parser::{Scanner, ScannerOptions};

/// Whether `text` seems to be a CloudFormation template, valid or not.
///
/// A template names its format version or one of AWS's transforms at the top level, or has a top-level
/// section Resources with a member whose `Type` has the form `Service::Name`. The text is not parsed, and no more
/// of it is looked at than a template may have.
pub fn looks_like_template(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    let mut end = text.len().min(MAX_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or_default();
    if text.trim_start().starts_with('{') { json(text) } else { yaml(text) }
}

/// A resource type, and not one of Alibaba Cloud's templates, which look the same.
fn is_type(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\t', '"', '\'']);
    text.contains("::")
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && !text.starts_with("ALIYUN::")
}

fn is_expansion(key: &str) -> bool {
    key.starts_with("Fn::ForEach::") || key == "Fn::Transform"
}

fn json(text: &str) -> bool {
    let mut scanner = Scanner::new(text, &ScannerOptions::default());
    // Where the scanner stands: how deep, after which keys.
    let mut depth = 0_usize;
    let mut section = String::new();
    let mut key = String::new();
    let mut expects_key = false;
    while let Ok(Some(token)) = scanner.scan() {
        match token {
            Token::OpenBrace => {
                depth += 1;
                expects_key = true;
            }
            Token::CloseBrace | Token::CloseBracket => {
                depth = depth.saturating_sub(1);
                expects_key = false;
            }
            Token::OpenBracket => {
                depth += 1;
                expects_key = false;
            }
            Token::Comma => expects_key = true,
            Token::Colon => expects_key = false,
            token @ (Token::String(_) | Token::Word(_)) if depth <= 3 => {
                let text = token.as_str();
                match (expects_key, depth) {
                    (true, 1) if text == "AWSTemplateFormatVersion" => return true,
                    (true, 1) => section = text.to_string(),
                    (true, 2) if section == "Resources" && is_expansion(text) => return true,
                    (true, 3) => key = text.to_string(),
                    (false, 1) if section == "Transform" && text.starts_with("AWS::") => return true,
                    (false, 3) if section == "Resources" && key == "Type" && is_type(text) => return true,
                    _ => {}
                }
                expects_key = false;
            }
            _ => {}
        }
    }
    false
}

fn yaml(text: &str) -> bool {
    let mut root_indent = None;
    let mut section = "";
    for line in text.lines() {
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        if content.trim_end().is_empty() || content.starts_with('#') || content.starts_with('%') {
            continue;
        }
        if root_indent.is_none_or(|root| indent <= root) {
            if content.starts_with("---") || content.starts_with("...") {
                continue;
            }
            // Neither prose nor a fenced block of some document may go before the sections.
            if content.starts_with("```") || (root_indent.is_none() && key(content).is_none()) {
                return false;
            }
            root_indent.get_or_insert(indent);
            let Some((name, value)) = key(content) else { continue };
            section = name;
            match name {
                "AWSTemplateFormatVersion" => return true,
                "Transform" if value.contains("AWS::") => return true,
                "Resources" if flow_type(value) => return true,
                _ => {}
            }
        } else if section == "Transform" && content.contains("AWS::") {
            return true;
        } else if section == "Resources" {
            match key(content) {
                Some(("Type", value)) if is_type(value) => return true,
                Some((name, _)) if is_expansion(name) => return true,
                _ if flow_type(content) => return true,
                _ => {}
            }
        }
    }
    false
}

/// A resource in braces on one line.
fn flow_type(text: &str) -> bool {
    text.split("Type").skip(1).any(|rest| {
        let value = rest.trim_start_matches(['"', '\'', ' ']);
        value.strip_prefix(':').is_some_and(|value| {
            let value = value.trim_start_matches([' ', '"', '\'']);
            ["AWS::", "Custom::", "Alexa::"].iter().any(|start| value.starts_with(start))
        })
    })
}

/// The key that a line begins with, without its quotes, and what follows it.
fn key(line: &str) -> Option<(&str, &str)> {
    if let Some(quote @ ('"' | '\'')) = line.chars().next() {
        let (name, rest) = line.get(1..)?.split_once(quote)?;
        return Some((name, rest.trim_start().strip_prefix(':')?));
    }
    let end = line.match_indices(':').map(|(position, _)| position).find(|position| {
        line.get(position + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r']))
    })?;
    let (name, rest) = (line.get(..end)?.trim_end(), line.get(end + 1..)?);
    let plain =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && !name.contains([' ', '(', '{', '=', ',']);
    plain.then_some((name, rest))
}
