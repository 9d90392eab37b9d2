//! The door from a web page: functions under plain names that take and return numbers.

/// [`crate::random::self_digest`], so that a page or a test can compare its draws with those of a native build.
// SAFETY: no other function of this crate bears the name.
#[allow(
    unsafe_code,
    reason = "a name that JavaScript can call is, for the compiler, a promise that it is unique"
)]
#[unsafe(no_mangle)]
pub extern "C" fn hameau_digest(seed: u64) -> u64 {
    crate::random::self_digest(seed)
}

/// [`crate::api::run_digest`]; `imitation` is 0 or 1.
// SAFETY: no other function of this crate bears the name.
#[allow(
    unsafe_code,
    reason = "a name that JavaScript can call is, for the compiler, a promise that it is unique"
)]
#[unsafe(no_mangle)]
pub extern "C" fn hameau_run_digest(replicate: u32, months: u32, imitation: u32) -> u64 {
    crate::api::run_digest(replicate, months, imitation != 0)
}
