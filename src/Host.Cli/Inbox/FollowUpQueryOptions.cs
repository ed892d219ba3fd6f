using System.CommandLine;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The parameters of <c>GET /follow-ups</c> as options.</summary>
internal sealed class FollowUpQueryOptions
{
    private readonly IReadOnlyList<Option<string?>> _options =
    [
        .. FollowUpQueryParameter.All.Select(parameter => new Option<string?>("--" + parameter.Name)
        {
            Description = $"{parameter.Meaning}: {parameter.Expected}.",
            HelpName = parameter.Name.ToUpperInvariant(),
        }),
    ];

    public IEnumerable<Option> All => _options;

    /// <exception cref="CommandFailure">A value is not valid.</exception>
    public FollowUpQuery Read(ParseResult parsed, DateTimeOffset now)
    {
        var given = _options
            .Where(option => parsed.GetResult(option) is not null)
            .Select(option => KeyValuePair.Create(option.Name.TrimStart('-'), parsed.GetValue(option) ?? ""));
        return FollowUpQuery.TryRead(given, now, out var query, out var error)
            ? query
            : throw new CommandFailure("--" + error, ExitCode.Usage);
    }
}
