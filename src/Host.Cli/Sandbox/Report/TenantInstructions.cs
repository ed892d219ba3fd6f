using System.Security.Cryptography;
using CxoneAssist.Host.Cli.Sandbox.Webhooks;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>How to start a host in front of the simulator, as if it were a tenant; ready to paste into a POSIX shell.</summary>
internal static class TenantInstructions
{
    private const int KeyBytes = 16;

    public static IEnumerable<string> Lines(Uri cxone) =>
    [
        $"CXone simulator listening on: {cxone.GetLeftPart(UriPartial.Authority)}",
        "",
        "It stands in for a tenant and takes any client. Paste this into the shell in which you check and start the host:",
        "",
        $"  export CXONE_BASE_URL={cxone.GetLeftPart(UriPartial.Authority)} CXONE_CLIENT_ID=any CXONE_CLIENT_SECRET=any-secret",
        $"  export CXONE_WEBHOOK_SECRET={SigningSecret.Fresh().Text} CXONE_OPERATOR_KEY={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))}",
        "  export CXONE_FOLLOW_UP_MODE=Shadow",
        "",
        "An interaction's id may name its score: demo-1~s4~ is answered with 4, demo-2~sx~ with what is no score.",
        "Ctrl-C stops it and shows the calls.",
        "",
    ];
}
