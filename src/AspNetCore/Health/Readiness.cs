using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.AspNetCore.Health;

/// <summary>Derives the readiness report from the state of the service. Pure functions.</summary>
internal static class Readiness
{
    /// <summary>
    /// A follow-up that is due for longer and not worked on shows that something is stuck.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public static ReadinessReport Unhealthy(string attention, CxoneConnectionReport? cxone, Decider decider) =>
        new(
            ReadinessStatus.Unhealthy, null, null, null, null, null, null, null,
            cxone, decider.ModeName, decider.Policy, decider.ShadowPolicy, [attention]);

    /// <param name="inbox">The state of the inbox; <c>null</c> where it could not be read.</param>
    /// <param name="cxone">
    /// The state of the connection to CXone; <c>null</c> where it is not reported.
    /// </param>
    /// <param name="secrets">
    /// Why the configured webhook secrets are not usable; <c>null</c> where they are.
    /// </param>
    /// <param name="decider">The mode and the policies.</param>
    /// <param name="now">The time.</param>
    /// <param name="remarks">What else is to be said, such as of the machine's clock.</param>
    public static ReadinessReport Judge(
        InboxStatus? inbox, CxoneConnectionReport? cxone, string? secrets, Decider decider, DateTimeOffset now, IEnumerable<string>? remarks = null)
    {
        List<string> attention = [];
        TimeSpan? wait = inbox?.OldestDueAt is { } due ? TimeSpan.FromTicks(Math.Max(0, (now - due).Ticks)) : null;
        var parked = inbox?.Counts.GetValueOrDefault(FollowUpState.Parked);
        Add(attention, inbox is null, "The inbox stores webhooks, but could not count its follow-ups.");
        Add(attention, inbox?.Attention is not null, inbox?.Attention ?? "");
        Add(
            attention, parked > 0,
            $"{parked} follow-up(s) are parked: each needs a person to look at its reason, "
                + "then replay, confirm or discard it.");
        Add(
            attention, inbox?.Unconfirmed > 0,
            $"{inbox?.Unconfirmed} task creation(s) are unconfirmed: look in CXone whether the task exists, "
                + "then confirm or replay.");
        Add(
            attention, wait > LongestWait,
            $"The longest waiting follow-up has been due for {(long?)wait?.TotalMinutes} minutes: "
                + "work is not getting through.");
        Add(attention, cxone is { Healthy: false }, $"CXone: {cxone?.Summary}");
        Add(
            attention, secrets is not null,
            $"The webhook secrets configured now are not usable; the previous ones stay in force: {secrets}");
        attention.AddRange(remarks ?? []);
        attention.AddRange(decider.ReloadErrors);
        var status = attention.Count == 0 ? ReadinessStatus.Healthy : ReadinessStatus.Degraded;
        return new(
            status,
            (long?)wait?.TotalSeconds,
            inbox is null ? null : ByName(inbox),
            parked,
            inbox?.Unconfirmed,
            inbox?.Shadowed,
            inbox?.Compared,
            inbox?.Differing,
            cxone,
            decider.ModeName,
            decider.Policy,
            decider.ShadowPolicy,
            attention);
    }

    private static void Add(List<string> attention, bool needed, string sentence)
    {
        if (needed)
        {
            attention.Add(sentence);
        }
    }

    private static Dictionary<string, long> ByName(InboxStatus inbox) => Enum.GetValues<FollowUpState>()
        .ToDictionary(
            state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()),
            state => inbox.Counts.GetValueOrDefault(state));
}
