# Signs the files named, with the certificate in CERTIFICATE (base64 of a .pfx) and its password.
param([Parameter(Mandatory, Position = 0)] [string[]] $Files)
$ErrorActionPreference = "Stop"
$place = Join-Path $env:RUNNER_TEMP "sign.pfx"
[IO.File]::WriteAllBytes($place, [Convert]::FromBase64String($env:CERTIFICATE))
try {
    $tool = Get-ChildItem "${env:ProgramFiles(x86)}/Windows Kits/10/bin/*/x64/signtool.exe" |
        Sort-Object FullName | Select-Object -Last 1
    foreach ($file in $Files) {
        & $tool sign /f $place /p $env:CERTIFICATE_PASSWORD /fd SHA256 /td SHA256 `
            /tr http://timestamp.digicert.com /d "NV Workshop" $file
        if ($LASTEXITCODE) { throw "signtool could not sign $file" }
    }
}
finally {
    Remove-Item $place
}
