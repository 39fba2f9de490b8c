//! Which stacks of an app are meant: patterns over display names, as CDK's commands take them.
//!
//! Facts: AWS CDK Developer Guide, "Specify stacks": `*` stands for anything within one level, `**` for any number of
//! levels. CDK matches with minimatch, whose README describes the rest: `?`, `[ab]`, `{a,b}`, `{1..3}`, a leading `!`, and
//! of ksh `@(a|b)`, `?(a|b)`, `+(a|b)`, `*(a|b)`, `!(a|b)`.

/// How long a pattern may be, in characters: what it stands for can grow fast.
const LONGEST: usize = 1_000;
/// How many patterns one with braces may stand for.
const MOST: usize = 1_000;

/// How deep groups may be nested: each level multiplies the work by the length of a name.
const DEEPEST: usize = 3;

/// A pattern over the display names of stacks.
#[derive(Clone, Debug)]
pub struct StackPattern {
    text: String,
    /// One of these has to match; of each the levels.
    alternatives: Vec<Vec<Level>>,
    negated: bool,
}

/// What one level of a name may be.
#[derive(Clone, Debug)]
enum Level {
    /// `**`: any number of levels.
    Any,
    One(Vec<Item>),
}

/// What some characters of a level may be.
#[derive(Clone, Debug)]
enum Item {
    Character(char),
    /// `?`
    AnyCharacter,
    /// `*`
    Star,
    /// `[…]`: ranges, both ends included.
    Class {
        negated: bool,
        ranges: Vec<(char, char)>,
    },
    /// `@(…|…)` and its like.
    Group {
        kind: char,
        alternatives: Vec<Vec<Item>>,
    },
}

impl StackPattern {
    /// The pattern as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Reads a pattern.
    ///
    /// # Errors
    /// Why it is none, in one sentence without a full stop.
    pub fn new(text: &str) -> Result<Self, String> {
        let pattern = text.trim_start_matches('!');
        let negated = (text.len() - pattern.len()) % 2 == 1;
        if pattern.is_empty() {
            return Err("expected the name of a stack or a pattern, for example `Prod/*`".into());
        }
        if pattern.chars().count() > LONGEST {
            return Err(format!("it is longer than {LONGEST} characters"));
        }
        let mut alternatives = Vec::new();
        for pattern in braces(pattern)? {
            let levels = pattern.split('/').map(|level| match level {
                "**" => Ok(Level::Any),
                level => {
                    let characters: Vec<char> = level.chars().collect();
                    items(&mut characters.as_slice(), 0).map(Level::One)
                }
            });
            alternatives.push(levels.collect::<Result<_, _>>()?);
        }
        Ok(StackPattern { text: text.to_owned(), alternatives, negated })
    }

    /// Whether the stack with this display name is meant.
    pub fn matches(&self, display_name: &str) -> bool {
        let levels: Vec<Vec<char>> = display_name.split('/').map(|level| level.chars().collect()).collect();
        self.alternatives.iter().any(|pattern| levels_match(pattern, &levels)) != self.negated
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Whether the levels of a name are what the pattern says: for each length of the name's beginning, whether the pattern so
/// far stands for it.
fn levels_match(pattern: &[Level], name: &[Vec<char>]) -> bool {
    let mut reached = vec![false; name.len() + 1];
    reached[0] = true;
    for (index, level) in pattern.iter().enumerate() {
        let mut next = vec![false; name.len() + 1];
        for start in (0..=name.len()).filter(|start| reached[*start]) {
            match level {
                // At the end it stands for at least one level.
                Level::Any => {
                    let least = start + usize::from(index + 1 == pattern.len());
                    next.iter_mut().skip(least).for_each(|reached| *reached = true);
                }
                Level::One(items) => {
                    if name.get(start).is_some_and(|level| is_match(items, level)) {
                        next[start + 1] = true;
                    }
                }
            }
        }
        reached = next;
    }
    reached[name.len()]
}

fn is_match(items: &[Item], text: &[char]) -> bool {
    ends(items, text, 0).contains(&text.len())
}

/// Where what `items` stand for may end, if it starts at `start`.
fn ends(items: &[Item], text: &[char], start: usize) -> Vec<usize> {
    let mut at = vec![start];
    for (index, item) in items.iter().enumerate() {
        let mut next = vec![false; text.len() + 1];
        for start in at {
            match item {
                Item::Character(wanted) => mark(&mut next, text, start, |found| found == *wanted),
                Item::AnyCharacter => mark(&mut next, text, start, |_| true),
                Item::Class { negated, ranges } => mark(&mut next, text, start, |found| {
                    ranges.iter().any(|(from, to)| (*from..=*to).contains(&found)) != *negated
                }),
                Item::Star => next.iter_mut().skip(start).for_each(|reached| *reached = true),
                Item::Group { kind, alternatives } => {
                    let rest = items.get(index + 1..).unwrap_or_default();
                    for end in group(*kind, alternatives, rest, text, start) {
                        next[end] = true;
                    }
                }
            }
        }
        at = (0..next.len()).filter(|end| next[*end]).collect();
    }
    at
}

fn mark(next: &mut [bool], text: &[char], start: usize, is: impl Fn(char) -> bool) {
    if text.get(start).is_some_and(|found| is(*found)) {
        next[start + 1] = true;
    }
}

/// Where a group may end that starts at `start`.
fn group(kind: char, alternatives: &[Vec<Item>], rest: &[Item], text: &[char], start: usize) -> Vec<usize> {
    let once = |start| alternatives.iter().flat_map(move |items| ends(items, text, start));
    let mut found = vec![false; text.len() + 1];
    match kind {
        // As in minimatch: nothing of what is excluded may stand here, followed by the rest of the pattern. (Where a
        // negation stands in another group, or a star follows it, minimatch has quirks of its own.)
        '!' => {
            if once(start).any(|end| ends(rest, text, end).contains(&text.len())) {
                return Vec::new();
            }
            found.iter_mut().skip(start).for_each(|found| *found = true);
        }
        kind => {
            found[start] = matches!(kind, '?' | '*');
            let mut pending: Vec<usize> = once(start).collect();
            while let Some(end) = pending.pop() {
                if !std::mem::replace(&mut found[end], true) || end == start {
                    // Again from here; what ends where it starts goes nowhere.
                    if matches!(kind, '+' | '*') && end > start {
                        pending.extend(once(end));
                    }
                }
            }
        }
    }
    (0..found.len()).filter(|end| found[*end]).collect()
}

/// Reads the items of a level, or of an alternative in a group.
fn items(text: &mut &[char], depth: usize) -> Result<Vec<Item>, String> {
    let mut items = Vec::new();
    loop {
        match **text {
            [kind @ ('@' | '?' | '+' | '*' | '!'), '(', ref rest @ ..] => {
                *text = rest;
                if depth >= DEEPEST {
                    return Err(format!("its groups are nested more than {DEEPEST} levels deep"));
                }
                let mut alternatives = Vec::new();
                loop {
                    alternatives.push(self::items(text, depth + 1)?);
                    match **text {
                        ['|', ref rest @ ..] => *text = rest,
                        [')', ref rest @ ..] => {
                            *text = rest;
                            break;
                        }
                        _ => return Err(format!("the group after `{kind}(` has no end")),
                    }
                }
                items.push(Item::Group { kind, alternatives });
            }
            ['|' | ')', ..] if depth > 0 => return Ok(items),
            ['\\', character, ref rest @ ..] => {
                *text = rest;
                items.push(Item::Character(character));
            }
            ['[', ref rest @ ..] => {
                let (class, rest) = class(rest).ok_or("the list after `[` has no end")?;
                *text = rest;
                items.push(class);
            }
            [first, ref rest @ ..] => {
                *text = rest;
                items.push(match first {
                    '*' => Item::Star,
                    '?' => Item::AnyCharacter,
                    character => Item::Character(character),
                });
            }
            [] => return Ok(items),
        }
    }
}

/// Reads what follows `[`.
fn class(text: &[char]) -> Option<(Item, &[char])> {
    let (negated, mut text) = match text {
        ['!' | '^', rest @ ..] => (true, rest),
        text => (false, text),
    };
    let mut ranges = Vec::new();
    // A bracket that comes first is one of the list.
    while ranges.is_empty() || text.first() != Some(&']') {
        match text {
            [from, '-', to, rest @ ..] if *to != ']' => {
                ranges.push((*from, *to));
                text = rest;
            }
            ['\\', character, rest @ ..] | [character, rest @ ..] => {
                ranges.push((*character, *character));
                text = rest;
            }
            [] => return None,
        }
    }
    Some((Item::Class { negated, ranges }, text.get(1..)?))
}

/// The patterns without braces that one with braces stands for.
fn braces(pattern: &str) -> Result<Vec<String>, String> {
    let mut done = Vec::new();
    let mut pending = vec![(String::new(), pattern.to_owned())];
    while let Some((before, rest)) = pending.pop() {
        let Some((start, end, choices)) = brace(&rest) else {
            done.push(before + &rest);
            continue;
        };
        if done.len() + pending.len() + choices.len() > MOST {
            return Err(format!("its braces stand for more than {MOST} patterns"));
        }
        let after = rest.get(end..).unwrap_or_default();
        let before = before + rest.get(..start).unwrap_or_default();
        pending.extend(choices.iter().rev().map(|choice| (before.clone(), format!("{choice}{after}"))));
    }
    Ok(done)
}

/// The first pair of braces that holds a choice: where it starts and ends, and what it holds.
fn brace(text: &str) -> Option<(usize, usize, Vec<String>)> {
    let mut escaped = false;
    let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut found: Option<(usize, usize, Vec<String>)> = None;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' => open.push((at, Vec::new())),
            ',' => {
                if let Some((_, commas)) = open.last_mut() {
                    commas.push(at);
                }
            }
            '}' => {
                let Some((start, commas)) = open.pop() else { continue };
                let inner = text.get(start + 1..at)?;
                let choices = match commas.as_slice() {
                    [] => sequence(inner),
                    commas => {
                        let from = std::iter::once(start + 1).chain(commas.iter().map(|comma| comma + 1));
                        let to = commas.iter().copied().chain([at]);
                        from.zip(to).map(|(from, to)| text.get(from..to).map(str::to_owned)).collect()
                    }
                };
                // An outer pair is worked on before what it holds.
                if let Some(choices) = choices
                    && found.as_ref().is_none_or(|(first, ..)| start < *first)
                {
                    found = Some((start, at + 1, choices));
                }
                if open.is_empty() && found.is_some() {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

/// `1..3`, `a..c`.
fn sequence(text: &str) -> Option<Vec<String>> {
    let (from, to) = text.split_once("..")?;
    if let (Ok(from), Ok(to)) = (from.parse::<i32>(), to.parse::<i32>()) {
        let (least, most) = (from.min(to), from.max(to));
        let mut numbers: Vec<String> =
            (least..=most).take(MOST + 1).map(|number| number.to_string()).collect();
        if from > to {
            numbers.reverse();
        }
        return Some(numbers);
    }
    let letter = |text: &str| {
        let mut characters = text.chars();
        characters.next().filter(|character| character.is_ascii_alphabetic() && characters.next().is_none())
    };
    let (from, to) = (letter(from)?, letter(to)?);
    let letters = |from: char, to: char| (from..=to).map(String::from).collect::<Vec<_>>();
    Some(if from <= to { letters(from, to) } else { letters(to, from).into_iter().rev().collect() })
}

#[cfg(test)]
mod tests {
    use super::StackPattern;

    const STACKS: [&str; 5] = ["Shared", "Dev/Storage", "Dev/Orders", "Prod/Storage", "Prod/Eu/Storage"];

    fn chosen(pattern: &str) -> Vec<&'static str> {
        let pattern = StackPattern::new(pattern).unwrap();
        STACKS.into_iter().filter(|name| pattern.matches(name)).collect()
    }

    #[test]
    fn patterns_mean_what_they_mean_to_cdk() {
        assert_eq!(chosen("Shared"), ["Shared"]);
        assert_eq!(chosen("*"), ["Shared"]);
        assert_eq!(chosen("Dev/*"), ["Dev/Storage", "Dev/Orders"]);
        assert_eq!(chosen("**"), STACKS);
        assert_eq!(chosen("Prod/**"), ["Prod/Storage", "Prod/Eu/Storage"]);
        assert_eq!(chosen("**/Storage"), ["Dev/Storage", "Prod/Storage", "Prod/Eu/Storage"]);
        assert_eq!(chosen("{Dev,Prod}/S?orage"), ["Dev/Storage", "Prod/Storage"]);
        assert_eq!(chosen("!Prod/**"), ["Shared", "Dev/Storage", "Dev/Orders"]);
        assert_eq!(chosen("!!Prod/*"), ["Prod/Storage"]);
        assert_eq!(chosen("@(Dev|Prod)/Storage"), ["Dev/Storage", "Prod/Storage"]);
        assert_eq!(chosen("Prod/!(Orders)"), ["Prod/Storage"]);
        assert_eq!(chosen("Dev/!(Orders|S*)"), [""; 0]);
        assert_eq!(chosen("Dev/!(Stor)*"), ["Dev/Orders"]);
        assert_eq!(chosen("*/+([A-Z]|[a-z])"), ["Dev/Storage", "Dev/Orders", "Prod/Storage"]);
        assert_eq!(chosen("?(x)Shared"), ["Shared"]);
        assert_eq!(chosen("*(Sh|a|re)d"), ["Shared"]);
        assert_eq!(
            chosen("{Shared,{Dev,Prod}/{O,S}*}"),
            ["Shared", "Dev/Storage", "Dev/Orders", "Prod/Storage"]
        );
        assert_eq!(chosen("[!DP]*"), ["Shared"]);
        assert_eq!(chosen("Sha{q..s}ed"), ["Shared"]);
        assert_eq!(chosen("Sh\\ared"), ["Shared"]);
        assert_eq!(chosen("Shared/**"), [""; 0]);
        assert_eq!(chosen("dev/*"), [""; 0]);
        assert_eq!(chosen("Storage"), [""; 0]);
    }

    #[test]
    fn what_is_no_pattern_is_said_to_be_none() {
        assert!(StackPattern::new("").is_err());
        assert!(StackPattern::new("Dev/[").is_err());
        assert!(StackPattern::new("Dev/@(a|b").is_err());
        assert!(StackPattern::new("@(@(@(@(a))))").is_err());
        assert!(StackPattern::new("{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}").is_err());
        assert!(StackPattern::new("{1..2000000000}").is_err());
    }

    #[test]
    fn a_hard_pattern_is_quick() {
        let pattern = StackPattern::new(&format!("{}x", "+(a|aa|*(a))".repeat(20))).unwrap();
        assert!(!pattern.matches(&"a".repeat(60)));
    }
}
