using System.ComponentModel.DataAnnotations;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>The connection to CXone. Section <c>CxoneAssist:Cxone</c>.</summary>
public sealed class CxoneOptions
{
    /// <summary>The name of the section these settings are read from.</summary>
    public const string Section = "CxoneAssist:Cxone";

    internal const string DefaultScopes =
        "interaction:read postinteractionform:read workflow:task:create notification:write";

    /// <summary>
    /// The tenant, as in <c>https://{org}.api.cxone.com</c>: one DNS label. Required unless <see
    /// cref="BaseUrl"/> is set, or nothing calls CXone.
    /// </summary>
    public string? Org { get; set; }

    /// <summary>
    /// The address that all calls start with, instead of the one <see cref="Org"/> gives. Absolute,
    /// https (plain http for loopback only), without user name, query or fragment; a path is kept as a
    /// prefix. Default none.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>The client's id. Required where anything calls CXone.</summary>
    public string? ClientId { get; set; }

    /// <summary>
    /// The client's secret. Required where anything calls CXone. Never logged, never part of an error.
    /// </summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The scopes asked for, separated by spaces; empty leaves them to CXone. Default the four that the calls need, without
    /// those of ports that the service replaces.
    /// </summary>
    public string Scopes { get; set; } = DefaultScopes;

    /// <summary>The path of the token endpoint below the base address. Default <c>/oauth/token</c>.</summary>
    public string TokenPath { get; set; } = "/oauth/token";

    /// <summary>
    /// The task's custom field that carries the interaction's id. Default <c>interaction_id_link</c>; 1
    /// to 128 characters.
    /// </summary>
    public string CustomFieldId { get; set; } = "interaction_id_link";

    /// <summary>
    /// How many calls may be under way at once at most. It is 64 at first, and rises while CXone answers more calls a second
    /// for it; three times as many follow-ups are worked on at once. Default 544.
    /// </summary>
    [Range(1, 1024)]
    public int MaxConcurrency { get; set; } = 544;

    /// <summary>How many calls are begun in a second at most. Default none: it is learned from what CXone refuses.</summary>
    [Range(0d, 10_000d, MinimumIsExclusive = true)]
    public double? RequestsPerSecond { get; set; }

    /// <summary>How long one attempt to read a form may take. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan FormTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long creating a task may take; then its outcome is unknown. Default 5 seconds. Twice
    /// as long must fit into the lease.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan CreateTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt to look a task up may take. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan LookUpTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long notifying an agent may take; then its outcome is unknown. Default 5 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan NotifyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long fetching a token may take. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00")]
    public TimeSpan TokenTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a call that only reads may take with all its attempts. Default 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest answer that is read, in bytes. Default 1 MiB.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    internal Uri Address => new(string.IsNullOrWhiteSpace(BaseUrl) ? $"https://{Org}.api.cxone.com" : BaseUrl.Trim());

    internal TimeSpan AttemptTime(CallKind kind) => kind switch
    {
        CallKind.ReadForm => FormTimeout,
        CallKind.CreateTask => CreateTimeout,
        CallKind.FindTask => LookUpTimeout,
        _ => NotifyTimeout,
    };
}
