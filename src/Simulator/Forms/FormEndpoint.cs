using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator.Forms;

internal sealed class FormEndpoint(SimulatorTenant tenant)
{
    private static readonly Answer Html =
        new(200, "<!doctype html><title>Sign in</title><p>Please sign in."u8.ToArray()) { ContentType = "text/html; charset=utf-8" };

    private static readonly Answer NoForm = Answer.Error(404, "The interaction has no post-interaction form.");

    private readonly LateForms _late = new(tenant.Options.Seed);

    public Answer Read(string interactionId, SimulatorFaults faults)
    {
        if (tenant.Meets(SimulatorFault.FormError, faults.FormError))
        {
            return Answer.Error(503, "The form service is unavailable.");
        }

        return tenant.Meets(SimulatorFault.FormHtml, faults.FormHtml) ? Html : Ask(interactionId, faults);
    }

    private Answer Ask(string interactionId, SimulatorFaults faults)
    {
        var (json, late) = tenant.Forms.Ask(interactionId);
        if (late || (json is not null && _late.StillLate(interactionId, faults)))
        {
            tenant.Ledger.Happened(SimulatorFault.FormLate);
            return NoForm;
        }

        return json is null ? NoForm : new Answer(200, json);
    }
}
