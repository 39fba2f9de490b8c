//! `cloudfront-traffic-to-origin-encrypted`

use crate::resolve::{Content, Value};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDFRONT_TRAFFIC_TO_ORIGIN_ENCRYPTED",
    name: "cloudfront-traffic-to-origin-encrypted",
    resource_types: &["AWS::CloudFront::Distribution"],
    severity: Severity::Medium,
    security_hub: &["CloudFront.9"],
    summary: "CloudFront should encrypt traffic to custom origins.",
    details: "\
Behind CloudFront, too, what is sent in the clear can be read. A custom origin must not have \
`OriginProtocolPolicy` http-only, nor match-viewer while a cache behavior that leads to it, directly or \
through an origin group, allows HTTP (`ViewerProtocolPolicy` allow-all). That behaviors which lead elsewhere \
don't count is our reading. A distribution without custom origins is not applicable; AWS doesn't say what \
AWS Config calls it.",
    fix: "Set `CustomOriginConfig.OriginProtocolPolicy` to https-only.",
    applies_when: some_item("DistributionConfig.Origins", &property("CustomOriginConfig").is_present())
        .explained("no origin is a custom origin"),
    compliant_when: function(|distribution| {
        each_item("DistributionConfig.Origins", &NOT_HTTP_ONLY)
            .evaluate(distribution)
            .and(|| follows_no_http_viewer(distribution))
    }),
    compliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: www.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: https-only
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    noncompliant_example: "\
Distribution:
  Type: AWS::CloudFront::Distribution
  Properties:
    DistributionConfig:
      Enabled: true
      Origins:
        - Id: files
          DomainName: www.example.org
          CustomOriginConfig:
            OriginProtocolPolicy: http-only
      DefaultCacheBehavior:
        TargetOriginId: files
        ViewerProtocolPolicy: redirect-to-https
",
    ..Rule::BASE
};

const NOT_HTTP_ONLY: Check = property("CustomOriginConfig.OriginProtocolPolicy").differs_from("http-only");

/// No origin that does as the viewer does is led to by a cache behavior that allows HTTP.
fn follows_no_http_viewer<'a>(distribution: &Subject<'a>) -> Truth<'a> {
    let list = |path| distribution.get(path).and_then(Value::as_list).unwrap_or_default();
    let behaviors = distribution
        .get("DistributionConfig.DefaultCacheBehavior")
        .into_iter()
        .chain(list("DistributionConfig.CacheBehaviors"));
    let mut open = false;
    for behavior in behaviors {
        match text(behavior, "ViewerProtocolPolicy").as_deref() {
            Some("allow-all") => {}
            Some(_) => continue,
            None => open = true,
        }
        let target = text(behavior, "TargetOriginId");
        let groups = list("DistributionConfig.OriginGroups.Items");
        let group = groups.iter().find(|group| target.is_some() && text(group, "Id") == target);
        let members = group.and_then(|group| below(below(group, "Members")?, "Items")?.as_list());
        for origin in list("DistributionConfig.Origins") {
            let policy = below(origin, "CustomOriginConfig").map(|it| text(it, "OriginProtocolPolicy"));
            let id = text(origin, "Id");
            let leads = id.is_none()
                || target.is_none()
                || id == target
                || members.is_some_and(|members| members.iter().any(|it| text(it, "OriginId") == id));
            match policy {
                None => {}
                Some(None) if leads => open = true,
                Some(Some(policy)) if leads && policy == "match-viewer" => {
                    let certain = id.is_some() && target.is_some();
                    if certain && text(behavior, "ViewerProtocolPolicy").is_some() {
                        let statement =
                            "an origin with match-viewer is led to by a cache behavior that allows HTTP";
                        return distribution.fails_at("DistributionConfig.Origins", statement);
                    }
                    open = true;
                }
                Some(_) => {}
            }
        }
    }
    let decides = |origin: &Value| {
        let policy = below(origin, "CustomOriginConfig").map(|it| text(it, "OriginProtocolPolicy"));
        matches!(policy, Some(policy) if policy.as_deref().is_none_or(|it| it == "match-viewer"))
    };
    if open && list("DistributionConfig.Origins").iter().any(decides) {
        distribution
            .unknown("whether HTTP reaches an origin with match-viewer can't be known before deployment")
    } else {
        Truth::True
    }
}

fn below<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    match &value.content {
        Content::Map(map) => map.get(name),
        _ => None,
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    below(value, name)?.as_text().map(|text| text.into_owned())
}
