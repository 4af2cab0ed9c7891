//! Policy variables, and the spellings that other tools give them: never stand-ins.

/// Longer than any policy variable with its default value.
const LONGEST: usize = 512;

/// What other tools write before a colon in `${…}`; no condition key begins with it.
const TOOLS: [&str; 14] = [
    "self", "opt", "env", "sls", "param", "file", "cf", "custom", "git", "resolve", "var", "local",
    "data", "stage",
];

/// The length of what begins at the start of the text and is no stand-in although it begins like one.
///
/// That is a policy variable (`${aws:username}`, `${*}`), Terraform's spellings of one (`&{aws:username}`,
/// `$${aws:username}`), and two dollar signs, which stand for one.
pub(super) fn len_at_start(text: &str) -> Option<usize> {
    if let Some(inside) = text.strip_prefix("$${").or_else(|| text.strip_prefix("&{")) {
        return close(inside).map(|len| text.len() - inside.len() + len);
    }
    if text.starts_with("$$") {
        return Some(2);
    }
    let inside = text.strip_prefix("${")?;
    let len = close(inside)?;
    let name = inside.get(..len - 1)?;
    is_policy_variable(name).then_some("${".len() + len)
}

/// Whether the text between the braces of `${…}` names a policy variable or one of the signs that IAM writes so.
///
/// Every condition key has one colon behind the service, or the provider of identities, that it belongs to.
pub(super) fn is_policy_variable(inside: &str) -> bool {
    if matches!(inside, "*" | "?" | "$") {
        return true;
    }
    let name = inside.split(',').next().unwrap_or_default();
    let Some((service, key)) = name.split_once(':') else {
        return false;
    };
    let is_in_service = |c: char| c.is_ascii_alphanumeric() || "-._/".contains(c);
    !TOOLS.contains(&service.trim())
        && service.trim().chars().all(is_in_service)
        && !key.starts_with([':', '-', '/'])
        && !name.contains(['<', '(', '['])
}

/// The bytes up to and including the closing brace.
fn close(inside: &str) -> Option<usize> {
    inside
        .bytes()
        .take(LONGEST)
        .take_while(|byte| !matches!(byte, b'"' | b'{'))
        .position(|byte| byte == b'}')
        .map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::len_at_start;

    #[test]
    fn spans_a_policy_variable_from_its_dollar_sign_to_its_brace() {
        let variables = [
            "${aws:username}",
            "${AWS:UserName}",
            "${ aws:username }",
            "${aws:PrincipalTag/department}",
            "${aws:PrincipalTag/cost:center}",
            "${aws:userid, 'anonymous'}",
            "${cognito-identity.amazonaws.com:sub}",
            "${oidc.eks.eu-west-1.amazonaws.com/id/0A:sub}",
            "${iot:Connection.Thing.ThingName}",
            "${ssm:resourceTag/x}",
            "${*}",
            "${?}",
            "${$}",
            "&{aws:username}",
            "$${aws:username}",
            "$$",
        ];
        for variable in variables {
            assert_eq!(
                len_at_start(&format!("{variable}-rest}}")),
                Some(variable.len()),
                "{variable}"
            );
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        for text in [
            "$NAME",
            "${NAME}",
            "${account_id}",
            "${AWS::AccountId}",
            "${self:custom.region}",
            "${opt:stage}",
            "${ssm:/orders/bucket}",
            "${ACCEL_LOOKUP::Account:LogArchive}",
            "${aws:PrincipalTag/<tag>}",
            "${NAME:-default}",
            "${}",
            "${aws:username",
            "$",
            "{{name}}",
            "",
        ] {
            assert_eq!(len_at_start(text), None, "{text}");
        }
    }
}
