//! The custom domain of an HTTP or WebSocket API: the domain name, its mappings to the API, and its DNS records.
//!
//! Facts: the AWS SAM Developer Guide, "HttpApiDomainConfiguration".

use super::super::tree::{list, reference, text};
use super::super::{Failure, logical_id};
use super::editor::{map_of, word_of};
use super::fields::Fields;
use super::piece::Piece;
use crate::template::{Resource, Text};

/// What a domain becomes.
pub(super) struct Domain {
    /// The domain name and its mappings.
    pub made: Vec<Resource>,
    /// The group of DNS records, and the records in it.
    pub records: Option<(Resource, Vec<Piece>)>,
}

/// Makes the domain of an API. `tag` says what made it.
pub(super) fn expand(api: &Resource, domain: &Piece, tag: &str) -> Result<Domain, Failure> {
    map_of(domain, "`Domain`")?;
    let wrong = |span, message: &str| Err(Failure::new(span, format!("{message}, in {}", api.called())));
    let (Some(name), Some(certificate)) = (domain.get("DomainName"), domain.get("CertificateArn")) else {
        return wrong(domain.span, "`Domain` needs `DomainName` and `CertificateArn`");
    };
    let span = domain.span;
    let domain_id = Text::from(format!("ApiGatewayDomainNameV2{}", logical_id::hash_of(&name.to_node())));
    let mut configuration = Fields::default();
    configuration.put("CertificateArn", certificate.clone());
    match domain.get("EndpointConfiguration") {
        None => configuration.put("EndpointType", Piece::text(span, "REGIONAL")),
        Some(endpoint) if endpoint.as_text() == Some("REGIONAL") => {
            configuration.put("EndpointType", endpoint.clone());
        }
        Some(other) => return wrong(other.span, "`EndpointConfiguration` of `Domain` has to be REGIONAL"),
    }
    for property in ["OwnershipVerificationCertificateArn", "SecurityPolicy"] {
        if let Some(value) = domain.get_set(property) {
            configuration.put(property, value.clone());
        }
    }
    let make = |kind: &'static str, logical_id: Text| Resource::make(kind, logical_id, span).under(api);
    let mut domain_name = make("AWS::ApiGatewayV2::DomainName", domain_id.clone());
    domain_name.set("DomainName", name.to_node());
    domain_name.set("DomainNameConfigurations", list(span, [Piece::fields(span, configuration).to_node()]));
    domain_name.set("Tags", Piece::plain(span, [(tag, Piece::text(span, "SAM"))]).to_node());
    if let Some(tls) = domain.get_set("MutualTlsAuthentication") {
        domain_name.set("MutualTlsAuthentication", super::mutual_tls(tls)?.to_node());
    }

    let mapping = |logical_id: String| {
        make("AWS::ApiGatewayV2::ApiMapping", Text::from(logical_id))
            .with("ApiId", reference(span, api.logical_id.clone()))
            .with("DomainName", reference(span, domain_id.clone()))
            .with("Stage", reference(span, format!("{}.Stage", api.logical_id)))
    };
    let mut made = vec![domain_name];
    let base_paths = match domain.get_set("BasePath") {
        Some(path) if path.as_text().is_some() => std::slice::from_ref(path),
        Some(paths) => paths.as_list().unwrap_or_default(),
        None => &[],
    };
    let is_list =
        domain.get_set("BasePath").is_some_and(|path| path.as_text().is_some() || path.as_list().is_some());
    if !is_list {
        made.push(mapping(format!("{}ApiMapping", api.logical_id)));
    }
    for path in base_paths {
        let word = word_of(path, "an item of `BasePath` of `Domain`")?;
        let is_known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_');
        if !word.text.chars().all(is_known) {
            return wrong(path.span, "`BasePath` of `Domain` can hold letters, digits, `/`, `-` and `_`");
        }
        let plain: String = word.text.chars().filter(char::is_ascii_alphanumeric).collect();
        let key = word.text.trim_matches('/');
        made.push(
            mapping(format!("{}{plain}ApiMapping", api.logical_id))
                .with("ApiMappingKey", text(path.span, key)),
        );
    }

    let records = match domain.get("Route53") {
        None => None,
        Some(route53) => {
            let zone = super::hosted_zone(route53)?;
            let id = Text::from(format!("RecordSetGroup{}", logical_id::hash_of(&zone.to_node())));
            let mut group = make("AWS::Route53::RecordSetGroup", id);
            let fields = map_of(route53, "`Route53` of `Domain`")?;
            let property = if fields.has("HostedZoneId") { "HostedZoneId" } else { "HostedZoneName" };
            if let Some(value) = route53.get(property) {
                group.set(property, value.to_node());
            }
            let mut target = Fields::default();
            if let Some(health) = route53.get("EvaluateTargetHealth") {
                target.put("EvaluateTargetHealth", health.clone());
            }
            let attribute = |name: &str| Piece::attribute(span, domain_id.clone(), name);
            target.put("HostedZoneId", attribute("RegionalHostedZoneId"));
            target.put("DNSName", attribute("RegionalDomainName"));
            Some((group, super::record_sets(route53, name, &Piece::fields(span, target))))
        }
    };
    Ok(Domain { made, records })
}
