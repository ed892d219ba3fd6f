namespace CxoneAssist.Host.Web.Startup;

internal static class Usage
{
    /// <summary>The command line that starts the host: a single file is started by its own name.</summary>
    /// <param name="process">The program of the process.</param>
    public static string Command(string? process) =>
        Path.GetFileNameWithoutExtension(process) is null or "dotnet"
            ? "dotnet CxoneAssist.Host.Web.dll"
            : Path.GetFileName(process)!;

    /// <summary>The help.</summary>
    /// <param name="command">The command line that started the host, without settings.</param>
    public static string Text(string command) => $$"""
        CxoneAssist: gives the agents of unhappy NICE CXone customers a follow-up task and a notification.

        Usage: {{command}} [--SETTING=VALUE ...]
               {{command}} --version | --help

        Settings are read from the environment, appsettings.json in the working folder, and the command line:
          CXONE_ORG               the organisation in https://{org}.api.cxone.com
          CXONE_BASE_URL          instead of CXONE_ORG: the address of CXone's API (a sandbox, a proxy)
          CXONE_CLIENT_ID         the API client's id
          CXONE_CLIENT_SECRET     the API client's secret
          CXONE_WEBHOOK_SECRET    the webhook's signing secret, whsec_...; several separated by spaces while you rotate
          CXONE_OPERATOR_KEY      switches /follow-ups on; at least 16 characters, sent as a bearer token
          CXONE_POLICY_FILE       the follow-up policy, a JSON file; changes take effect while the host runs
                                  (default: the built-in policy)
          CXONE_POLICY_SHADOW     a second policy whose decisions are recorded and never acted upon
          CXONE_FOLLOW_UP_MODE    Live (default), or Shadow: decide and record, create no task and notify no agent
          CXONE_SECRETS_DIR       a folder of files named after settings, each holding a value
          CXONE_BIND              the address to listen on (default all of them)
          PORT                    the port to listen on (default 3000)
          CXONE_HEALTH_PORT       a further port, on which only /healthz answers (default none)
          CXONE_STOP_TIMEOUT      how long stopping may take, 1s to 10m (default 8s)
          ConnectionStrings__Inbox  the inbox: a SQLite file of this host (default "Data Source=data/inbox.db"),
                                  or a PostgreSQL database that several hosts share
                                  ("Host=...;Database=...;Username=...;Password=...")
        All settings and their defaults: docs/configuration.md. A name that misspells one is refused.
        Durations have a unit: 500ms, 60s, 5m, 24h, 90d, 2w, or 1.00:00:00.

        Endpoints: POST /webhooks/interaction-completed, GET /healthz/live, GET /healthz/ready,
                   GET /follow-ups, GET /follow-ups/{interactionId},
                   POST /follow-ups/{interactionId}/replay|confirm|discard, POST /follow-ups/forget
        The webhook: {"interactionId":"...","agentId":"..."}, both required, and as is known "eventType", "timestamp",
                   "customerId", "skill", "queue", "channel", "language". See docs/webhook.md.

        Exit codes: 0 stopped as asked, 2 the command line is not valid, 78 a setting is missing or wrong,
                    1 any other failure.

        """;
}
