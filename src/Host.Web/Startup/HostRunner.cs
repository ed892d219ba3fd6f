using CxoneAssist.Infrastructure;
using CxoneAssist.Infrastructure.Inbox;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Runs the host. A wrong setting ends it with one clear sentence, not a stack trace.
/// </summary>
internal static class HostRunner
{
    /// <summary>The exit code for a missing or wrong setting (sysexits: EX_CONFIG).</summary>
    public const int WrongSetting = 78;

    /// <summary>The exit code for an invalid command line.</summary>
    public const int WrongCommandLine = 2;

    /// <summary>The exit code for any other failure.</summary>
    public const int Failure = 1;

    private const string CannotStart = "CxoneAssist cannot start: ";

    private const string PollingVariable = "DOTNET_USE_POLLING_FILE_WATCHER";

    private static readonly string NewItem = Environment.NewLine + "  ";

    /// <summary>Runs the host until it is stopped.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="build">Builds the host.</param>
    /// <param name="command">The command's name in the help; by default the program of the process.</param>
    public static async Task<int> RunAsync(
        string[] args, Func<string[], WebApplication> build, string? command = null)
    {
        if (args.Any(arg => arg is "--help" or "-h" or "-?"))
        {
            await Console.Out.WriteAsync(Usage.Text(command ?? Usage.Command(Environment.ProcessPath)));
            return 0;
        }

        if (args.Contains("--version"))
        {
            await Console.Out.WriteLineAsync(ProductVersion.Text);
            return 0;
        }

        if (Switches.Faults(args) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync(CannotStart + string.Join(NewItem, faults));
            return WrongCommandLine;
        }

        PollSettingsFiles();
        try
        {
            await RunAsync(build(args));
            return 0;
        }
        catch (Exception exception) when (Explain(exception) is { } explanation)
        {
            await Console.Error.WriteLineAsync(CannotStart + explanation);
            return exception is IOException and not DirectoryNotFoundException or InboxStartException { MayPass: true }
                ? Failure
                : WrongSetting;
        }
    }

    private static async Task RunAsync(WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        using var enforced = StopTimeout.Enforce(app);
        await using var running = app;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped as requested while it was starting.
        }
    }

    // By default the framework watches every file below the working folder. The inbox lies there by
    // default and changes with every commit: reading these events took a twentieth of the processor
    // time.
    internal static void PollSettingsFiles()
    {
        if (Environment.GetEnvironmentVariable(PollingVariable) is null)
        {
            Environment.SetEnvironmentVariable(PollingVariable, "1");
        }
    }

    // The message quotes only the names of settings: a value may be a secret.
    private static string NotLoaded(string which, FormatException why) =>
        why.InnerException is System.Text.Json.JsonException { LineNumber: { } line }
            ? FormattableString.Invariant($"{which} It is not JSON: fix it at or before line {line + 1}.")
            : $"{which} {why.Message}";

    internal static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(NewItem, invalid.Failures),
        AggregateException many when many.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            string.Join(
                NewItem,
                many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(invalid => invalid.Failures)),
        InboxStartException or SettingException => exception.Message,
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => exception.Message,
        FormatException { Source: "System.Private.CoreLib" }
            when exception.Message.Contains("URL", StringComparison.Ordinal) => exception.Message,
        InvalidDataException { InnerException: FormatException why } => NotLoaded(exception.Message, why),
        DirectoryNotFoundException { Source: "Microsoft.Extensions.FileProviders.Physical" } =>
            "The content root (contentRoot, ASPNETCORE_CONTENTROOT) must be a folder that exists.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            exception.Message + " Set PORT to a free port, or stop the program that listens on this one.",
        _ => null,
    };
}
