//! `imagebuilder-imagerecipe-ebs-volumes-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IMAGEBUILDER_IMAGERECIPE_EBS_VOLUMES_ENCRYPTED",
    name: "imagebuilder-imagerecipe-ebs-volumes-encrypted",
    resource_types: &["AWS::ImageBuilder::ImageRecipe"],
    severity: Severity::Medium,
    summary: "Image Builder recipes should encrypt their EBS volumes.",
    details: "\
Volumes of every instance from the image begin as the recipe says. `BlockDeviceMappings` has to have \
entries, and each with `Ebs` has to have `Encrypted` true; absent is not encrypted. Encryption by default, a \
setting of the account, doesn't count. A list without any `Ebs` leaves the verdict open: AWS doesn't say how \
it counts.",
    fix: "Add the volumes to `BlockDeviceMappings`, with `Ebs.Encrypted` true.",
    compliant_when: all_of(&[
        property("BlockDeviceMappings").is_present(),
        each_item(
            "BlockDeviceMappings",
            &when(&EBS, &property("Ebs.Encrypted").default("false").is_true(), &Check::ALWAYS),
        ),
        any_of(&[
            some_item("BlockDeviceMappings", &EBS),
            undecided("AWS doesn't say how a recipe without an EBS volume counts"),
        ]),
    ]),
    compliant_example: "\
Web:
  Type: AWS::ImageBuilder::ImageRecipe
  Properties:
    Name: web
    Version: 1.0.0
    ParentImage: ami-0123456789abcdef0
    BlockDeviceMappings:
      - DeviceName: /dev/xvda
        Ebs:
          Encrypted: true
",
    noncompliant_example: "\
Web:
  Type: AWS::ImageBuilder::ImageRecipe
  Properties:
    Name: web
    Version: 1.0.0
    ParentImage: ami-0123456789abcdef0
    BlockDeviceMappings:
      - DeviceName: /dev/xvda
        Ebs:
          VolumeSize: 20
",
    ..Rule::BASE
};

const EBS: Check = property("Ebs").is_present();
