//! Lengths of time as arguments: `250ms`, `90s`, `15m`, `24h`.

use std::time::Duration;

/// Reads a length of time.
pub fn duration(argument: &str) -> Result<Duration, String> {
    let at = argument.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(argument.len());
    let (number, unit) = argument.split_at(at);
    let seconds = match unit {
        "ms" => 0.001,
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3_600.0,
        "d" => 86_400.0,
        _ => return Err(expected()),
    };
    let number: f64 = number.parse().map_err(|_| expected())?;
    Duration::try_from_secs_f64(number * seconds).map_err(|_| expected())
}

fn expected() -> String {
    "expected a number and a unit: 250ms, 90s, 15m, 24h, 7d".into()
}

#[cfg(test)]
mod tests {
    use super::duration;
    use std::time::Duration;

    #[test]
    fn a_number_and_a_unit() {
        assert_eq!(duration("250ms"), Ok(Duration::from_millis(250)));
        assert_eq!(duration("1.5m"), Ok(Duration::from_secs(90)));
        for wrong in ["", "5", "s", "-1s", "1.2.3s", "1 s", "999999999999999999999d", "5é"] {
            assert!(duration(wrong).is_err(), "{wrong}");
        }
    }
}
