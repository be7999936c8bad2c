#!/bin/sh
# make_dmg.sh USSR.app OUT.dmg: a disk image with the application and a way into the folder of applications.
# With USSR_SIGN_AS ("Developer ID Application: ...") the image is signed; with USSR_NOTARY_PROFILE it is notarised too.
set -eu
application=$1
image=$2
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$application" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname USSR -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${USSR_SIGN_AS:-}" ]; then
    codesign --sign "$USSR_SIGN_AS" --timestamp "$image"
    if [ -n "${USSR_NOTARY_PROFILE:-}" ]; then
        xcrun notarytool submit "$image" --keychain-profile "$USSR_NOTARY_PROFILE" --wait
        xcrun stapler staple "$image"
    fi
fi
hdiutil verify "$image"
