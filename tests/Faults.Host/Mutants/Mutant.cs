using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Hosts that are broken on purpose (<c>FAULT_MUTANT</c>). Each has an error that a guarantee
/// excludes; the tests show that they find it. They exist nowhere else.
/// </summary>
internal static class Mutant
{
    public static void AddMutant(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["FAULT_MUTANT"] is not { Length: > 0 } name)
        {
            return;
        }

        FaultEvidence.Say($"mutant {name}");
        _ = name switch
        {
            "acknowledges-first" => services.Decorate<IFollowUpInbox>((_, inner) => new AcknowledgesFirst(inner)),
            "acknowledges-errors" => services.Decorate<IFollowUpInbox>((_, inner) => new AcknowledgesErrors(inner)),
            "forgets-the-settled" => services.Decorate<IFollowUpInbox>((provider, inner) => new ForgetsTheSettled(inner, Records(provider))),
            "ignores-tokens" => services.Decorate<IFollowUpInbox>((_, inner) => new IgnoresTokens(inner)),
            "no-intent" => services.Decorate<IFollowUpInbox>((_, inner) => new NoIntent(inner)),
            "steals-leases" => services.Decorate<IFollowUpInbox>((_, inner) => new StealsLeases(inner, configuration.GetConnectionString("Inbox")!)),
            "synchronous-normal" => services.AddHostedService<SynchronousNormal>(),
            "retries-blindly" => services.Decorate<IWorkflowTasks>((_, inner) => new RetriesBlindly(inner)),
            "leaves-the-mark-out" => services.Decorate<IWorkflowTasks>((_, inner) => new LeavesTheMarkOut(inner)),
            "stops-at-a-refusal" => services.Decorate<IWorkflowTasks>((_, inner) => new StopsAtARefusal(inner)),
            "sends-without-looking" => services.Decorate<IWorkflowTasks>((_, inner) => new SendsWithoutLooking(inner)),
            "expires-by-the-clock" => services.Decorate<IFollowUpInbox>(
                (provider, inner) => new ExpiresByTheClock(
                    inner, configuration.GetConnectionString("Inbox")!, provider.GetRequiredService<TimeProvider>())),
            "counts-being-stopped" => services.Decorate<IPostInteractionForms>((_, inner) => new CountsBeingStopped(inner)),
            "stops-at-a-denial" => services.Decorate<IPostInteractionForms>((_, inner) => new StopsAtADenial(inner)),
            "counts-outages" => services.Decorate<IPostInteractionForms>((_, inner) => new CountsOutages(inner)),
            "a-token-a-call" => services.DecorateTransport(() => new ATokenACall(configuration)),
            "fights-limits" => services.DecorateTransport(() => new FightsLimits()),
            "asks-thrice" => services.DecorateTransport(() => new AsksThrice()),
            "drops-everything" => services.AddHostedService<DropsEverything>(),
            _ => throw new InvalidOperationException($"There is no mutant {name}."),
        };
    }

    private static IFollowUpRecords Records(IServiceProvider provider) => provider.GetRequiredService<IFollowUpRecords>();
}
