//! Schedule expressions, `rate(…)` and `cron(…)`: how long it may be between two of their times.
//!
//! Source: "Schedule expressions" in the AWS documentation, page "Setting a schedule pattern for scheduled rules" of
//! the Amazon EventBridge User Guide.

/// The days of the months, over four years of which the second is a leap year.
const YEARS: [u64; 4] = [2027, 2028, 2029, 2030];
/// The day of the week of 1 January 2027, a Friday, counted as the expressions do: Sunday is 1.
const FIRST_WEEKDAY: u64 = 6;
const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// The longest time between two runs of a schedule, in hours, rounded up. `None` for an expression that is not
/// understood, which includes `L`, `W`, `#` and years.
pub(super) fn longest_gap(expression: &str) -> Option<u64> {
    let expression = expression.trim();
    let inside = |start: &str| expression.strip_prefix(start)?.strip_suffix(')').map(str::trim);
    if let Some(rate) = inside("rate(") {
        let (number, unit) = rate.split_once(char::is_whitespace)?;
        let number: u64 = number.parse().ok().filter(|number| *number > 0)?;
        let minutes = match unit.trim().trim_end_matches('s') {
            "minute" => 1,
            "hour" => 60,
            "day" => 24 * 60,
            _ => return None,
        };
        return Some(number.checked_mul(minutes)?.div_ceil(60));
    }
    let fields: Vec<&str> = inside("cron(")?.split_whitespace().collect();
    let [minutes, hours, days, months, weekdays, "*"] = fields.as_slice() else { return None };
    let minutes = Field::read(minutes, 0, 59, &[])?;
    let hours = Field::read(hours, 0, 23, &[])?;
    let days = Field::read(days, 1, 31, &[])?;
    let months = Field::read(months, 1, 12, &MONTHS)?;
    let weekdays = Field::read(weekdays, 1, 7, &WEEKDAYS)?;

    let times: Vec<u64> =
        hours.iter().flat_map(|hour| minutes.iter().map(move |minute| hour * 60 + minute)).collect();
    let (first, last) = (times.first()?, times.last()?);
    let mut longest = times.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(0);
    let mut previous: Option<u64> = None;
    for (number, (month, day)) in calendar().enumerate() {
        let number = number as u64;
        let weekday = (FIRST_WEEKDAY - 1 + number) % 7 + 1;
        if months.has(month) && days.has(day) && weekdays.has(weekday) {
            let start = number * 24 * 60;
            if let Some(previous) = previous {
                longest = longest.max(start + first - previous);
            }
            previous = Some(start + last);
        }
    }
    // What does not recur within a few years is not known, and neither is what came before the first time.
    if longest == 0 { None } else { previous.map(|_| longest.div_ceil(60)) }
}

/// Month and day of every day of [`YEARS`].
fn calendar() -> impl Iterator<Item = (u64, u64)> {
    YEARS.iter().flat_map(|year| {
        (1..=12).flat_map(move |month| {
            let length = match month {
                2 if year % 4 == 0 => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            (1..=length).map(move |day| (month, day))
        })
    })
}

/// The numbers that a field of a `cron` expression takes in, as bits.
struct Field(u64);

impl Field {
    fn read(text: &str, least: u64, most: u64, names: &[&str]) -> Option<Field> {
        let number = |text: &str| {
            let named = names.iter().position(|name| name.eq_ignore_ascii_case(text));
            let number = match named {
                Some(index) => index as u64 + 1,
                None => text.parse().ok()?,
            };
            (least..=most).contains(&number).then_some(number)
        };
        let mut bits = 0;
        for item in text.split(',') {
            let (range, step) = match item.split_once('/') {
                Some((range, step)) => (range, step.parse().ok().filter(|step| *step > 0)?),
                None => (item, 1),
            };
            let (from, to) = match range.split_once('-') {
                Some((from, to)) => (number(from)?, number(to)?),
                None if range == "*" || range == "?" => (least, most),
                None if item.contains('/') => (number(range)?, most),
                None => (number(range)?, number(range)?),
            };
            if from > to {
                return None;
            }
            for number in (from..=to).step_by(usize::try_from(step).ok()?) {
                bits |= 1 << number;
            }
        }
        Some(Field(bits))
    }

    fn has(&self, number: u64) -> bool {
        self.0 & (1 << number) != 0
    }

    fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        (0..64).filter(|number| self.has(*number))
    }
}

#[cfg(test)]
mod tests {
    use super::longest_gap;

    #[test]
    fn the_longest_gap_counts() {
        for (expression, hours) in [
            ("rate(1 day)", Some(24)),
            ("rate(90 minutes)", Some(2)),
            ("rate(10 hours)", Some(10)),
            ("rate(0 days)", None),
            ("cron(0 5 ? * * *)", Some(24)),
            ("cron(0 5 * * ? *)", Some(24)),
            ("cron(0/15 * * * ? *)", Some(1)),
            ("cron(0 8,20 * * ? *)", Some(12)),
            ("cron(0 8,18 * * ? *)", Some(14)),
            ("cron(0 5 ? * MON-FRI *)", Some(72)),
            ("cron(0 5 ? * 1 *)", Some(168)),
            ("cron(0 5 1 * ? *)", Some(31 * 24)),
            ("cron(0 5 1 JAN ? *)", Some(366 * 24)),
            ("cron(0 5 L * ? *)", None),
            ("cron(0 5 * * ? 2030)", None),
            ("cron(0 5 31 2 ? *)", None),
            ("daily", None),
        ] {
            assert_eq!(longest_gap(expression), hours, "{expression}");
        }
    }
}
