using CxoneAssist.Application.Ports;
using CxoneAssist.Faults.Host.Composition;

namespace CxoneAssist.Faults.Host.Mutants;

/// <summary>
/// Compositions broken on purpose (<c>FAULT_MUTANT</c>), each the mistake that a promise rules out: the tests show that it is seen. They exist
/// nowhere else.
/// </summary>
internal static class Mutant
{
    public static void AddMutant(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["FAULT_MUTANT"] is not { Length: > 0 } name)
        {
            return;
        }

        Proof.Say($"mutant {name}");
        _ = name switch
        {
            "acknowledges-first" => services.DecorateInbox((_, inner) => new AcknowledgesFirst(inner)),
            "no-intent" => services.DecorateInbox((_, inner) => new NoIntent(inner)),
            "retries-blindly" => services.Decorate<IWorkflowTasks>((_, inner) => new RetriesBlindly(inner)),
            _ => throw new InvalidOperationException($"There is no mutant {name}."),
        };
    }
}
