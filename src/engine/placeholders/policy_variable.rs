//! Policy variables, and the spellings that other tools give them: never stand-ins.

/// Longer than any policy variable with its default value.
const LONGEST: usize = 512;

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
    (name.contains(':') || matches!(name, "*" | "?" | "$")).then_some("${".len() + len)
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
            "${aws:PrincipalTag/department}",
            "${aws:userid, 'anonymous'}",
            "${cognito-identity.amazonaws.com:sub}",
            "${iot:Connection.Thing.ThingName}",
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
