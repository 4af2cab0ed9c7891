//! Points in time, as the date operators of conditions take them.

/// Whether the text is a date, or a date and a time, of ISO 8601: `2027-01-01`, `2027-01-01T12:00:00Z`.
///
/// A year or a year and a month will do, and the zone may be left out.
/// Source: IAM User Guide, "Date condition operators", 2025; W3C note "Date and Time Formats", 1997.
pub fn is_date(text: &str) -> bool {
    match text.split_once(['T', 't']) {
        Some((date, time)) => (is_day(date) || is_basic_day(date)) && is_time(time),
        None => is_day(text),
    }
}

/// The time so many seconds after the beginning of 1970, in UTC; `None` after the year 9999.
pub fn utc_time(epoch_seconds: u64) -> Option<String> {
    let (days, seconds) = (epoch_seconds / 86_400, epoch_seconds % 86_400);
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    let (year, month, day) = civil(days)?;
    let seconds = seconds % 60;
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}Z"
    ))
}

/// Year, month and day of a day counted from the first of January 1970; `None` after the year 9999.
fn civil(days: u64) -> Option<(u64, u64, u64)> {
    let mut rest = days;
    let year = (1970..10_000).find(|year| takes(&mut rest, 365 + u64::from(is_leap(*year))))?;
    let month = (1..=12).find(|month| takes(&mut rest, days_in(year, *month)))?;
    Some((year, month, rest + 1))
}

/// Whether fewer days are left than the period has; takes the period off otherwise.
fn takes(rest: &mut u64, period: u64) -> bool {
    let is_within = *rest < period;
    if !is_within {
        *rest -= period;
    }
    is_within
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400)
}

fn days_in(year: u64, month: u64) -> u64 {
    match month {
        2 => 28 + u64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `2027`, `2027-01` or `2027-01-31`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.splitn(4, '-').collect();
    match parts.as_slice() {
        [year] => number(year, 4).is_some(),
        [year, month] => is_calendar_day(year, month, "01"),
        [year, month, day] => is_calendar_day(year, month, day),
        _ => false,
    }
}

/// `20270131`, which is a date only with a time behind it.
fn is_basic_day(text: &str) -> bool {
    let parts = (text.get(..4), text.get(4..6), text.get(6..));
    let (Some(year), Some(month), Some(day)) = parts else {
        return false;
    };
    is_calendar_day(year, month, day)
}

/// Whether there is such a day.
pub fn is_calendar_day(year: &str, month: &str, day: &str) -> bool {
    let numbers = (number(year, 4), number(month, 2), number(day, 2));
    let (Some(year), Some(month), Some(day)) = numbers else {
        return false;
    };
    (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)
}

/// `12:00`, `12:00:00`, `12:00:00.5`, `120000`, each with or without `Z` or `+01:00` behind it.
fn is_time(text: &str) -> bool {
    let (clock, zone) = match text.find(['Z', 'z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    is_clock(clock) && is_zone(zone)
}

fn is_clock(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = whole.replace(':', "");
    let has_its_colons = match whole.len() {
        4 | 6 => !whole.contains(':'),
        5 => whole.get(2..3) == Some(":"),
        8 => whole.get(2..3) == Some(":") && whole.get(5..6) == Some(":"),
        _ => false,
    };
    let is_within = |from: usize, most: u64| {
        digits
            .get(from..from + 2)
            .is_none_or(|part| number(part, 2).is_some_and(|value| value <= most))
    };
    let fits = is_within(0, 24) && is_within(2, 59) && is_within(4, 60);
    has_its_colons && fits && number(fraction, fraction.len()).is_some()
}

fn is_zone(text: &str) -> bool {
    match text.strip_prefix(['+', '-']) {
        Some(offset) => is_clock(offset) || number(offset, 2).is_some_and(|hours| hours < 24),
        None => text.is_empty() || text.eq_ignore_ascii_case("z"),
    }
}

/// The value of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<u64> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_dates_and_times() {
        for text in [
            "2027",
            "2027-01",
            "2027-01-01",
            "2028-02-29",
            "2027-01-01T12:00Z",
            "2027-01-01T12:00:00Z",
            "2027-01-01t12:00:00.25+01:00",
            "2027-01-01T12:00:00",
            "20270101T120000Z",
            "2027-01-01T12:00:00-0800",
        ] {
            assert!(is_date(text), "{text}");
        }
        for text in [
            "",
            "today",
            "1 Jan 2027",
            "2027-13-01",
            "2027-02-29",
            "2027-1-1",
            "01-01-2027",
            "2027/01/01",
            "1767225600",
            "2027-01-01 12:00:00",
            "2027-01-01T",
            "2027-01-01T25:00Z",
            "2027-01-01T12:00:00ZZ",
            "2027-01-01T12:00:00+",
            "2027-01-01-01",
            "é027-01-01",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn turns_seconds_since_1970_into_a_time() {
        for (seconds, time) in [
            (0, Some("1970-01-01T00:00:00Z")),
            (951_782_400, Some("2000-02-29T00:00:00Z")),
            (1_767_225_600, Some("2026-01-01T00:00:00Z")),
            (1_798_761_599, Some("2026-12-31T23:59:59Z")),
            (253_402_300_799, Some("9999-12-31T23:59:59Z")),
            (253_402_300_800, None),
            (u64::MAX, None),
        ] {
            assert_eq!(utc_time(seconds).as_deref(), time);
        }
    }
}
