using CxoneAssist.Simulator.Serving;

namespace CxoneAssist.Simulator.Forms;

internal sealed class FormEndpoint(SimulatorTenant tenant)
{
    private static readonly SimulatorResponse Html =
        new(200, "<!doctype html><title>Sign in</title><p>Please sign in."u8.ToArray()) { ContentType = "text/html; charset=utf-8" };

    private static readonly SimulatorResponse NoForm = SimulatorResponse.Error(404, "The interaction has no post-interaction form.");

    private readonly LateForms _late = new(tenant.Options.Seed);

    public SimulatorResponse Read(string interactionId, SimulatorFaults faults)
    {
        if (tenant.Has(SimulatorFault.FormDenied, interactionId, faults.FormDenied))
        {
            return SimulatorResponse.Error(403, "The form of this interaction is not for this client.");
        }

        if (tenant.Meets(SimulatorFault.FormError, faults.FormError))
        {
            return SimulatorResponse.Error(503, "The form service is unavailable.");
        }

        return tenant.Meets(SimulatorFault.FormHtml, faults.FormHtml) ? Html : Ask(interactionId, faults);
    }

    private SimulatorResponse Ask(string interactionId, SimulatorFaults faults)
    {
        var (json, late) = tenant.Forms.Ask(interactionId);
        if (late || (json is not null && _late.StillLate(interactionId, faults)))
        {
            tenant.Ledger.Happened(SimulatorFault.FormLate);
            return NoForm;
        }

        return json is null ? NoForm : new SimulatorResponse(200, json);
    }
}
