//! Days, without a time: what suppressions expire on.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};
use time::{Month, OffsetDateTime};

/// A day in the Gregorian calendar, in the years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(time::Date);

impl Date {
    /// The day that it is in UTC at `time`; before 1970 the first day of that year, after the year 9999 its last.
    pub fn of(time: SystemTime) -> Self {
        Date(in_utc(time).date())
    }

    /// The day that it is now in UTC.
    pub fn today() -> Self {
        Self::of(SystemTime::now())
    }
}

/// What time it is in UTC at `time`, as far as the years 1970 to 9999 reach: converting the time itself would be a panic
/// beyond them.
pub(crate) fn in_utc(time: SystemTime) -> OffsetDateTime {
    let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    OffsetDateTime::from_unix_timestamp(seconds)
        .unwrap_or_else(|_| time::Date::MAX.with_time(time::Time::MAX).assume_utc())
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(formatter, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

impl FromStr for Date {
    type Err = String;

    /// Reads `2027-03-31`.
    ///
    /// # Errors
    /// What was expected, in one sentence without a full stop.
    fn from_str(text: &str) -> Result<Self, String> {
        let parts: Vec<&str> = text.split('-').collect();
        let is_plain = |part: &str, digits: usize| {
            part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let read = || match parts.as_slice() {
            [year, month, day] if is_plain(year, 4) && is_plain(month, 2) && is_plain(day, 2) => {
                Some((year.parse::<u16>().ok()?, month.parse::<u8>().ok()?, day.parse::<u8>().ok()?))
            }
            _ => None,
        };
        let (year, month, day) = read().ok_or("a day is written YEAR-MONTH-DAY, for example 2027-03-31")?;
        let month = Month::try_from(month).map_err(|_| format!("there is no month {month}"))?;
        let date = time::Date::from_calendar_date(i32::from(year), month, day);
        let days = month.length(i32::from(year));
        date.map(Date).map_err(|_| format!("there is no day {day} in a month of {days} days"))
    }
}

#[cfg(test)]
mod tests {
    use super::Date;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn a_time_is_a_day_in_utc() {
        for (seconds, written) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_709_251_199, "2024-02-29"),
            (1_735_689_599, "2024-12-31"),
            (4_107_542_400, "2100-03-01"),
        ] {
            assert_eq!(Date::of(UNIX_EPOCH + Duration::from_secs(seconds)).to_string(), written);
        }
        assert_eq!(Date::of(UNIX_EPOCH - Duration::from_secs(1)).to_string(), "1970-01-01");
        assert_eq!(Date::of(UNIX_EPOCH + Duration::from_secs(400_000_000_000)).to_string(), "9999-12-31");
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for day in ["2027-03-31", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31"] {
            assert_eq!(day.parse::<Date>().unwrap().to_string(), day);
        }
        for wrong in [
            "",
            "2027",
            "2027-3-31",
            "27-03-31",
            "2027-03-31T00:00:00Z",
            "31.03.2027",
            "+027-03-31",
            "2027-03-3é",
        ] {
            let message = wrong.parse::<Date>().unwrap_err();
            assert_eq!(message, "a day is written YEAR-MONTH-DAY, for example 2027-03-31", "{wrong}");
        }
        assert_eq!("2027-13-01".parse::<Date>().unwrap_err(), "there is no month 13");
        for (wrong, days) in [("2027-02-29", 28), ("2100-02-29", 28), ("2024-02-30", 29), ("2027-04-31", 30)]
        {
            let day = &wrong[8..];
            let message = format!("there is no day {day} in a month of {days} days");
            assert_eq!(wrong.parse::<Date>().unwrap_err(), message);
        }
        assert!("2027-01-00".parse::<Date>().is_err());
    }

    #[test]
    fn the_earlier_day_is_the_lesser() {
        let days =
            ["2026-12-31", "2027-01-01", "2027-01-31", "2027-02-01"].map(|day| day.parse::<Date>().unwrap());
        assert!(days.is_sorted());
    }
}
