//! Days, without a time: what suppressions expire on.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

/// A day in the Gregorian calendar, in the years 0 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    // In this order, so that the earlier day is the lesser.
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day that it is in UTC at `time`; times before 1970 are taken for its first day.
    pub fn of(time: SystemTime) -> Self {
        let seconds = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        // Years begin in March here, so that leap days come last: Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = seconds / 86_400 + 719_468;
        let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        Date {
            year: u16::try_from(year).unwrap_or(u16::MAX).min(9999),
            month: u8::try_from(month).unwrap_or(12),
            day: u8::try_from(day).unwrap_or(31),
        }
    }

    /// The day that it is now in UTC.
    pub fn today() -> Self {
        Self::of(SystemTime::now())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
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
        let number = |part: &str, digits: usize| -> Option<u16> {
            let is_plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if is_plain { part.parse().ok() } else { None }
        };
        let read = || {
            let [year, month, day] = parts.as_slice() else { return None };
            Some((number(year, 4)?, number(month, 2)?, number(day, 2)?))
        };
        let (year, month, day) = read().ok_or("a day is written YEAR-MONTH-DAY, for example 2027-03-31")?;
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => return Err(format!("there is no month {month}")),
        };
        if day == 0 || day > days {
            return Err(format!("there is no day {day} in a month of {days} days"));
        }
        let small = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
        Ok(Date { year, month: small(month), day: small(day) })
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
