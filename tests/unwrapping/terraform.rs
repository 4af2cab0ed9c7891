//! Terraform code.

use super::outline::{expect, outline};

#[test]
fn jsonencode_heredocs_and_policy_documents_are_read() {
    expect(
        include_str!("../fixtures/pastes/roles.tf"),
        &[
            "Terraform code with 4 policies.",
            "role worker, role-trust: worker trust policy @3 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"ec2.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}",
            "role worker, inline-role: worker @17 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"${aws_s3_bucket.data.arn}/${aws:username}/*\"}]}",
            "bucket data, s3-bucket: data @32 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"TlsOnly\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":[\"s3:*\"],\"Resource\":[\"${aws_s3_bucket.data.arn}\",\"${aws_s3_bucket.data.arn}/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":[\"false\"]}}},{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":[\"arn:aws:iam::${var.account_id}:root\",\"${var.reader}\"]},\"Action\":[\"s3:ListBucket\"],\"Resource\":[\"${aws_s3_bucket.data.arn}\"],\"Condition\":{\"StringLike\":{\"s3:prefix\":[\"home/${aws:username}/*\",\"shared/*\"]}}}]}",
            "managed policy all, managed: all @76 {\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"${concat([\\\"s3:Get*\\\"],var.more)}\",\"Resource\":\"*\"}]}",
            "+ Wrote each `aws_iam_policy_document` as the policy that Terraform makes of it.",
            "- `source_policy_documents` brings in another document, which is not part of this text.",
        ],
    );
}

#[test]
fn a_piece_of_terraform_is_enough() {
    let policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\"],\"Resource\":[\"*\"]}]}";
    for text in [
        "statement {\n  actions = [\"s3:*\"]\n  resources = [\"*\"]\n}\n",
        "jsonencode({ Version = \"2012-10-17\", Statement = [{ Effect = \"Allow\", Action = [\"s3:*\"], Resource = [\"*\"] }] })",
        "policy = <<-EOT\n    {\"Version\": \"2012-10-17\",\n     \"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"s3:*\"], \"Resource\": [\"*\"]}]}\n  EOT\n",
    ] {
        let found = outline(text);
        assert!(
            found.starts_with("Terraform code with 1 policy.\n-: Pasted policy @")
                && found.contains(policy),
            "{text}: {found}"
        );
    }
}
