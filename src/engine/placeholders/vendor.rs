//! Accounts that belong to vendors and to services of AWS, which published policies name and which stay.

/// Whom an account belongs to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub account: &'static str,
    /// The vendor or the service.
    pub name: &'static str,
    /// The page that says so, without `https://`.
    pub source: &'static str,
}

/// The month in which the pages were collected.
pub(super) const READ: &str = "November 2026";

/// In the order of the account IDs.
///
/// Source: the pages named; most were found through the list `fwdcloudsec/known_aws_accounts`, which asks for one for each account.
static OWNERS: [Owner; 61] = [
    Owner {
        account: "008923505280",
        name: "Grafana Cloud",
        source: "grafana.com/docs/grafana-cloud/integrations/integrations/integration-cloudwatch/",
    },
    Owner {
        account: "009996457667",
        name: "Elastic Load Balancing (eu-west-3)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "012615275169",
        name: "Tenable",
        source: "docs.tenable.com/tenableio/vulnerabilitymanagement/Content/Settings/Connectors_ConfigureAWS_KeylessAutoDiscovery.htm",
    },
    Owner {
        account: "027434742980",
        name: "Elastic Load Balancing (us-west-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "032379705303",
        name: "Buildkite",
        source: "buildkite.com/docs/pipelines/managing-log-output",
    },
    Owner {
        account: "033677994240",
        name: "Elastic Load Balancing (us-east-2)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "054676820928",
        name: "Elastic Load Balancing (eu-central-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "061190967865",
        name: "CloudZero",
        source: "www.cloudzero.com/hubfs/CloudZero%20Configuration%20Guide%20-%20Automated.pdf",
    },
    Owner {
        account: "099720109477",
        name: "Canonical",
        source: "ubuntu.com/server/docs/cloud-images/amazon-ec2",
    },
    Owner {
        account: "107630771604",
        name: "Segment",
        source: "segment.com/docs/destinations/amazon-s3/",
    },
    Owner {
        account: "114774131450",
        name: "Elastic Load Balancing (ap-southeast-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "127311923021",
        name: "Elastic Load Balancing (us-east-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "134183635603",
        name: "Splunk Observability Cloud",
        source: "signalfx-product-docs.readthedocs-hosted.com/en/latest/getting-started/send-data.html",
    },
    Owner {
        account: "156460612806",
        name: "Elastic Load Balancing (eu-west-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "165736516723",
        name: "Cloudability",
        source: "developers.cloudability.com/docs/vendor-credentials-end-point",
    },
    Owner {
        account: "188619942792",
        name: "Prisma Cloud",
        source: "docs.paloaltonetworks.com/prisma/prisma-cloud/prisma-cloud-admin/connect-your-cloud-platform-to-prisma-cloud/onboard-aws/manually-set-up-prisma-cloud-role-for-aws",
    },
    Owner {
        account: "190812797848",
        name: "Monte Carlo",
        source: "docs.getmontecarlo.com/docs/create-and-register-an-aws-agent",
    },
    Owner {
        account: "197857026523",
        name: "Microsoft Sentinel",
        source: "learn.microsoft.com/en-us/azure/sentinel/connect-aws",
    },
    Owner {
        account: "198361731867",
        name: "Snyk",
        source: "support.snyk.io/hc/en-us/articles/360004002418-AWS-Lambda-integration",
    },
    Owner {
        account: "202279780353",
        name: "nOps",
        source: "help.nops.io/manual_setup",
    },
    Owner {
        account: "205767712438",
        name: "Qualys",
        source: "qualysguard.qualys.com/qwebhelp/fo_portal/scans/ec2_connector.htm",
    },
    Owner {
        account: "218546966473",
        name: "Stitch",
        source: "www.stitchdata.com/docs/destinations/amazon-s3/connecting-an-amazon-s3-data-warehouse-to-stitch",
    },
    Owner {
        account: "232482882421",
        name: "Cloudinary",
        source: "support.cloudinary.com/hc/en-us/articles/203276521",
    },
    Owner {
        account: "263844535661",
        name: "Sysdig",
        source: "docs.sysdig.com/en/docs/administration/saas-regions-and-ip-ranges/",
    },
    Owner {
        account: "269135526815",
        name: "Drata",
        source: "github.com/drata/terraform-aws-drata-autopilot-role",
    },
    Owner {
        account: "292230061137",
        name: "CrowdStrike",
        source: "docs.aws.amazon.com/securityhub/latest/userguide/securityhub-partner-providers.html",
    },
    Owner {
        account: "324528010823",
        name: "Hightouch",
        source: "hightouch.com/docs/security/aws",
    },
    Owner {
        account: "324880187172",
        name: "Spacelift",
        source: "docs.spacelift.io/integrations/cloud-providers/aws",
    },
    Owner {
        account: "336818582268",
        name: "Rapid7",
        source: "insightvm.help.rapid7.com/docs/aws-connect-to-cloud-configuration-assessment",
    },
    Owner {
        account: "341876425553",
        name: "Census",
        source: "docs.getcensus.com/sources/available-sources/s3",
    },
    Owner {
        account: "353360065216",
        name: "Workato",
        source: "docs.workato.com/connectors/s3.html",
    },
    Owner {
        account: "383597477331",
        name: "Elastic Load Balancing (ap-northeast-3)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "386209384616",
        name: "AWS Billing",
        source: "docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/billing-getting-started.html",
    },
    Owner {
        account: "391854517948",
        name: "Cloudflare",
        source: "developers.cloudflare.com/logs/logpush/aws-s3",
    },
    Owner {
        account: "414351767826",
        name: "Databricks",
        source: "docs.databricks.com/administration-guide/account-settings/aws-accounts.html",
    },
    Owner {
        account: "422074288268",
        name: "RudderStack",
        source: "www.rudderstack.com/docs/destinations/aws-iam-role-for-rudderstack/",
    },
    Owner {
        account: "432263259397",
        name: "Azure Cost Management",
        source: "docs.microsoft.com/en-us/azure/cost-management/aws-integration-manage",
    },
    Owner {
        account: "434813966438",
        name: "Lacework",
        source: "support.lacework.com/hc/en-us/articles/360017546933-Getting-Started",
    },
    Owner {
        account: "454464851268",
        name: "CloudHealth",
        source: "github.com/mozilla/security/blob/master/operations/cloudformation-templates/cloudhealth_iam_role.json",
    },
    Owner {
        account: "464622532012",
        name: "Datadog",
        source: "docs.datadoghq.com/integrations/guide/aws-manual-setup/",
    },
    Owner {
        account: "507241528517",
        name: "Elastic Load Balancing (sa-east-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "509560245411",
        name: "Dynatrace",
        source: "help.dynatrace.com/monitor-cloud-virtualization-and-hosts/cloud/how-do-i-start-amazon-web-services-monitoring/",
    },
    Owner {
        account: "536727724300",
        name: "MongoDB Atlas",
        source: "github.com/mongodb/mongodbatlas-cloudformation-resources",
    },
    Owner {
        account: "582318560864",
        name: "Elastic Load Balancing (ap-northeast-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "595280932656",
        name: "Segment",
        source: "segment.com/docs/destinations/amazon-kinesis/",
    },
    Owner {
        account: "600734575887",
        name: "Elastic Load Balancing (ap-northeast-2)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "602401143452",
        name: "Amazon EKS",
        source: "docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html",
    },
    Owner {
        account: "652711504416",
        name: "Elastic Load Balancing (eu-west-2)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "718504428378",
        name: "Elastic Load Balancing (ap-south-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "754728514883",
        name: "New Relic",
        source: "docs.newrelic.com/docs/integrations/amazon-integrations/get-started/connect-aws-services-infrastructure",
    },
    Owner {
        account: "783225319266",
        name: "Elastic Load Balancing (ap-southeast-2)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "793525387755",
        name: "Salesforce",
        source: "help.salesforce.com/s/articleView?id=sf.voice_ac_iam_role.htm",
    },
    Owner {
        account: "797873946194",
        name: "Elastic Load Balancing (us-west-2)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "834469178297",
        name: "Fivetran",
        source: "fivetran.com/docs/logs/cloudwatch/setup-guide",
    },
    Owner {
        account: "913128560467",
        name: "env0",
        source: "docs.env0.com/docs/aws-costs",
    },
    Owner {
        account: "922761411349",
        name: "Spot",
        source: "docs.spot.io/connect-your-cloud-provider/first-account/aws-manually",
    },
    Owner {
        account: "926226587429",
        name: "Sumo Logic",
        source: "help.sumologic.com/03Send-Data/Sources/02Sources-for-Hosted-Collectors/Amazon-Web-Services/Grant-Access-to-an-AWS-Product",
    },
    Owner {
        account: "956993596390",
        name: "Vanta",
        source: "help.vanta.com/hc/en-us/articles/8451925240980-Connecting-Vanta-AWS-Organization",
    },
    Owner {
        account: "976280145156",
        name: "Orca Security",
        source: "orcasecurity.force.com/s/article/Orca-Scanner-Accounts-for-AWS-Trusted-Entities",
    },
    Owner {
        account: "985666609251",
        name: "Elastic Load Balancing (ca-central-1)",
        source: "docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html",
    },
    Owner {
        account: "999689269917",
        name: "Statsig",
        source: "docs.statsig.com/",
    },
];

/// Whom the account belongs to, where that is known.
pub(super) fn owner_of(account: &str) -> Option<&'static Owner> {
    let place = OWNERS
        .binary_search_by(|owner| owner.account.cmp(account))
        .ok()?;
    OWNERS.get(place)
}

#[cfg(test)]
mod tests {
    use super::{OWNERS, owner_of};
    use crate::engine::placeholders::sample;

    #[test]
    fn knows_whom_an_account_belongs_to() {
        let name = |account| owner_of(account).map(|owner| owner.name);
        assert_eq!(name("464622532012"), Some("Datadog"));
        assert_eq!(name("210987654321"), None);
    }

    #[test]
    fn every_account_is_one_has_a_source_and_stands_in_order() {
        for owner in &OWNERS {
            let is_number = owner.account.bytes().all(|byte| byte.is_ascii_digit());
            assert!(is_number && owner.account.len() == 12, "{owner:?}");
            assert!(
                owner.source.contains('.') && !sample::is_account(owner.account),
                "{owner:?}"
            );
        }
        assert!(OWNERS.is_sorted_by(|one, next| one.account < next.account));
    }
}
