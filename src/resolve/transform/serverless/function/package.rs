//! The code of a function: inline, from S3 or a local folder, or an image.

use super::super::tree::{is_given, map, text};
use super::super::{Failure, code};
use super::Scene;
use crate::template::{Content, Map, Node};

/// The property `Code`.
pub(super) fn code(scene: &Scene) -> Result<Node, Failure> {
    let package = scene.properties.given("PackageType");
    match package.map(Node::as_text) {
        None => zip(scene),
        Some(Some(package)) if &**package == "Zip" => zip(scene),
        Some(Some(package)) if &**package == "Image" => image(scene),
        Some(_) => Err(scene.error("PackageType", "`PackageType` has to be `Zip` or `Image`")),
    }
}

fn zip(scene: &Scene) -> Result<Node, Failure> {
    let properties = &scene.properties;
    let mut code = match (properties.get("InlineCode"), properties.get("CodeUri")) {
        (Some(inline), _) => map(properties.span_of("InlineCode"), [("ZipFile", inline.clone())]),
        (None, Some(uri)) => code::location(&scene.called, "CodeUri", uri, code::LAMBDA)?,
        (None, None) => {
            return Err(Failure::new(
                properties.span,
                format!("{} needs `CodeUri` or `InlineCode`", scene.called),
            ));
        }
    };
    if let (Some(key), Some(fields)) = (properties.given("SourceKMSKeyArn"), code.as_map_mut()) {
        fields.set("SourceKMSKeyArn", properties.span_of("SourceKMSKeyArn"), key.clone());
    }
    let mut failure = Failure::default();
    for needed in ["Runtime", "Handler"] {
        if properties.given(needed).is_none() {
            failure.append(scene.error("PackageType", &format!("a function in a ZIP file needs `{needed}`")));
        }
    }
    if properties.given("ImageConfig").is_some() {
        failure.append(scene.error("ImageConfig", "`ImageConfig` needs `PackageType: Image`"));
    }
    failure.or(code)
}

fn image(scene: &Scene) -> Result<Node, Failure> {
    let properties = &scene.properties;
    let mut failure = Failure::default();
    for excluded in ["Handler", "Runtime", "Layers"] {
        if properties.given(excluded).is_some() {
            let message = format!("`{excluded}` can't go with `PackageType: Image`");
            failure.append(scene.error(excluded, &message));
        }
    }
    failure.or(())?;
    match properties.given("ImageUri") {
        Some(uri) => Ok(map(properties.span_of("ImageUri"), [("ImageUri", uri.clone())])),
        // `sam build` makes the image and gives its URI.
        None if is_built(scene) => Ok(Node { span: properties.span, content: Content::Map(Map::default()) }),
        None => Err(scene.error("PackageType", "`PackageType: Image` needs `ImageUri`")),
    }
}

/// Whether `Metadata` says how `sam build` makes the image.
fn is_built(scene: &Scene) -> bool {
    let metadata = scene.resource.metadata.as_ref().and_then(Node::as_map);
    let says = |key: &str| metadata.and_then(|metadata| metadata.get(key)).is_some_and(is_given);
    says("Dockerfile") || says("DockerContext")
}

/// The code as what a hash is made of: a local path counts as text.
pub(super) fn fields(code: &Node) -> Node {
    match &code.content {
        Content::Map(_) => code.clone(),
        Content::Text(path) => map(code.span, [("S3Key", text(code.span, path.clone()))]),
        _ => map(code.span, []),
    }
}
