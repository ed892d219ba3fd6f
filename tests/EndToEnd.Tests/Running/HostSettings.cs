namespace CxoneAssist.EndToEnd.Tests.Running;

/// <summary>
/// The environment of a host: nothing of the test run's own environment is passed on.
/// </summary>
internal sealed class HostSettings : Dictionary<string, string?>
{
    public const string ClientId = "client-of-the-tests";
    public const string ClientSecret = "client-secret-5f0c1d7a9b";
    public const string WebhookSecret = "whsec_ZW5kLXRvLWVuZC10ZXN0cy1zaWduLXdpdGgtdGhpcw==";
    public const string OperatorKey = "operator-key-b3a1f6e2";

    private static readonly string[] Foreign =
        ["CXONE", "CONNECTIONSTRINGS", "ASPNETCORE_", "LOGGING", "KESTREL", "PORT", "URLS", "HTTP_PORTS", "HTTPS_PORTS", "DOTNET_ENVIRONMENT"];

    private static readonly string[] Proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];

    private HostSettings(string folder) => Folder = folder;

    /// <summary>The working folder.</summary>
    public string Folder { get; }

    /// <summary>The program that is started with them.</summary>
    public string Program { get; init; } = "CxoneAssist.Host.Web.dll";

    /// <summary>Its command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>How many files it may open; <c>null</c> for as many as the tests. Needs prlimit.</summary>
    public int? OpenFiles { get; init; }

    public string InboxFile => Path.Combine(Folder, "inbox.db");

    /// <summary>Working settings with short waits; everything else has its default.</summary>
    public static HostSettings For(string folder, Uri cxone) => new(folder)
    {
        ["PORT"] = "0",
        ["CXONE_BASE_URL"] = cxone.ToString(),
        ["CXONE_CLIENT_ID"] = ClientId,
        ["CXONE_CLIENT_SECRET"] = ClientSecret,
        ["CXONE_WEBHOOK_SECRET"] = WebhookSecret,
        ["CXONE_OPERATOR_KEY"] = OperatorKey,
        ["ConnectionStrings__Inbox"] = $"Data Source={Path.Combine(folder, "inbox.db")}",
        // Hosts live for seconds here, so profiling for a long life is not worth its cost.
        ["DOTNET_TieredPGO"] = "0",
        ["CxoneAssist__Inbox__PollInterval"] = "00:00:00.050",
        ["CxoneAssist__FollowUp__LookUpDelay"] = "00:00:00.400",
    };

    /// <summary>The same with some settings changed; <c>null</c> leaves one out.</summary>
    public HostSettings With(params (string Key, string? Value)[] changes)
    {
        var changed = new HostSettings(Folder) { Program = Program, Arguments = Arguments, OpenFiles = OpenFiles };
        foreach (var (key, value) in this.Select(setting => (setting.Key, setting.Value)).Concat(changes))
        {
            changed[key] = value;
        }

        return changed;
    }

    /// <summary>The same with a limit of open files.</summary>
    public HostSettings WithOpenFiles(int files)
    {
        var same = new HostSettings(Folder) { Program = Program, Arguments = Arguments, OpenFiles = files };
        foreach (var (key, value) in this)
        {
            same[key] = value;
        }

        return same;
    }

    /// <summary>The same for another program.</summary>
    public HostSettings For(string program)
    {
        var same = new HostSettings(Folder) { Program = program, Arguments = Arguments, OpenFiles = OpenFiles };
        foreach (var (key, value) in this)
        {
            same[key] = value;
        }

        return same;
    }

    /// <summary>The same with a command line.</summary>
    public HostSettings With(IReadOnlyList<string> arguments)
    {
        var same = new HostSettings(Folder) { Program = Program, Arguments = arguments, OpenFiles = OpenFiles };
        foreach (var (key, value) in this)
        {
            same[key] = value;
        }

        return same;
    }

    public void ApplyTo(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsForeign).ToList())
        {
            environment.Remove(name);
        }

        foreach (var (key, value) in this.Where(setting => setting.Value is not null))
        {
            environment[key] = value;
        }
    }

    private static bool IsForeign(string name) =>
        Array.Exists(Foreign, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || Proxies.Contains(name, StringComparer.OrdinalIgnoreCase);
}
