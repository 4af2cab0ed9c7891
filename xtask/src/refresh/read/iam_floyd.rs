//! PyPI `iam-floyd` (Apache-2.0): the known service principals, as constants of a Python class.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Read;

const LIST: &str = "iam_floyd/_aws_service_principals.py";

/// Reads the principals from lines such as `XRAY = 'xray.amazonaws.com'`.
pub fn read(wheel: &Path) -> Read<BTreeSet<String>> {
    let path = wheel.join(LIST);
    let code = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(principals(&code))
}

fn principals(code: &str) -> BTreeSet<String> {
    code.lines()
        .filter_map(|line| line.trim().split_once(" = '")?.1.strip_suffix('\''))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::principals;

    #[test]
    fn reads_the_values_of_the_constants() {
        let code = "class P:\n    \"\"\"Doc = 'x'.\"\"\"\n\n    XRAY = 'xray.amazonaws.com'\n";
        assert_eq!(principals(code), ["xray.amazonaws.com".to_owned()].into());
    }
}
