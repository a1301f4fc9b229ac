//! The clock on the wall of this place. Names of backups are written by it, and the screen's times.

use jiff::tz::TimeZone;

/// The zone of this place. The one that the system names is read at once; looking it up by name goes
/// through all there are.
pub fn zone() -> TimeZone {
    if std::env::var_os("TZ").is_none()
        && let Ok(bytes) = std::fs::read("/etc/localtime")
        && let Ok(zone) = TimeZone::tzif("local", &bytes)
    {
        return zone;
    }
    TimeZone::system()
}
