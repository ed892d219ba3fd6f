using CxoneAssist.Host.Cli.Sandbox.Running;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>How to start a host in front of the simulator, as if it were a tenant; ready to paste into a POSIX shell.</summary>
internal static class TenantInstructions
{
    public static IEnumerable<string> Lines(Uri cxone)
    {
        var (address, settings) = (cxone.GetLeftPart(UriPartial.Authority), new ServiceSettings());
        return
        [
            $"CXone simulator listening on: {address}",
            "",
            "It stands in for a tenant and takes any client. Paste this into the shell in which you check and start the host:",
            "",
            $"  export CXONE_BASE_URL={address} CXONE_CLIENT_ID=any CXONE_CLIENT_SECRET=any-secret",
            $"  export CXONE_WEBHOOK_SECRET={settings.WebhookSecret.Text} CXONE_OPERATOR_KEY={settings.OperatorKey}",
            "  export CXONE_FOLLOW_UP_MODE=Shadow",
            "",
            "An interaction's id may name its score: demo-1~s4~ is answered with 4, demo-2~sx~ with what is no score.",
            "Ctrl-C stops it and shows the calls.",
            "",
        ];
    }
}
