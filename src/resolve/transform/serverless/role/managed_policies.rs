//! The policies that AWS manages: `Policies` may name them without path and ARN.
//!
//! Facts: the AWS Managed Policy Reference Guide.

/// The paths, each with the names below it, which are indented by a blank.
const POLICIES: &str = include_str!("managed_policies.txt");

/// Path and name of a policy, for its ARN. `None` if AWS manages none with this name.
pub(super) fn find(name: &str) -> Option<String> {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
        return None;
    }
    let (before, _) = POLICIES.split_once(&format!("\n {name}\n"))?;
    // Only paths end in a slash. The path's own line may be the last before the name's.
    let before = match before.strip_suffix('/') {
        Some(before) => before,
        None => before.rsplit_once("/\n").map_or("", |(before, _)| before),
    };
    let path = before.rsplit_once('\n').map_or(before, |(_, path)| path);
    Some(if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn policies_have_their_paths() {
        assert_eq!(find("AWSAccountActivityAccess").as_deref(), Some("AWSAccountActivityAccess"));
        assert_eq!(find("ReadOnlyAccess").as_deref(), Some("ReadOnlyAccess"));
        assert_eq!(find("Billing").as_deref(), Some("job-function/Billing"));
        let basic = "AWSLambdaBasicExecutionRole";
        assert_eq!(find(basic).as_deref(), Some("service-role/AWSLambdaBasicExecutionRole"));
        assert_eq!(find("Nope"), None);
        assert_eq!(find(""), None);
        assert_eq!(find("service-role/"), None);
    }
}
