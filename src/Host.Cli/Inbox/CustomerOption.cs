using System.CommandLine;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The option of the commands that are about one customer.</summary>
internal static class CustomerOption
{
    public static Option<string> Create() => new("--customer")
    {
        Description = "The customer's id, as the webhooks named it.",
        HelpName = "ID",
        Required = true,
    };
}
