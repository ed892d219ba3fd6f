using System.Text.Json;
using CxoneAssist.Simulator.Serving;
using Microsoft.AspNetCore.Http;

namespace CxoneAssist.Simulator.Tokens;

internal sealed class TokenEndpoint(SimulatorTenant tenant)
{
    public async ValueTask<SimulatorResponse> IssueAsync(HttpRequest request, SimulatorFaults faults)
    {
        if (!request.HasFormContentType)
        {
            return Refusal(400, "invalid_request");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form["grant_type"] != "client_credentials")
        {
            return Refusal(400, "unsupported_grant_type");
        }

        return IsKnown(form, faults) ? Issue(form, faults) : Refusal(401, "invalid_client");
    }

    private static SimulatorResponse Refusal(int status, string error) =>
        new(status, ResponseJson.Serialize(error, static (json, error) => json.WriteString("error"u8, error)));

    private bool IsKnown(IFormCollection form, SimulatorFaults faults)
    {
        if (faults.ClientRejected)
        {
            tenant.Ledger.Happened(SimulatorFault.ClientRejected);
            return false;
        }

        var options = tenant.Options;
        return form["client_id"] == (options.ClientId ?? form["client_id"])
            && form["client_secret"] == (options.ClientSecret ?? form["client_secret"]);
    }

    private SimulatorResponse Issue(IFormCollection form, SimulatorFaults faults)
    {
        var granted = tenant.Options.GrantedScopes;
        var asked = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] mine = [.. asked.Length == 0 ? granted : granted.Intersect(asked)];
        string[] given = [.. mine.Except(faults.WithheldScopes)];
        if (mine.Length == 0)
        {
            return Refusal(400, "invalid_scope");
        }

        if (given.Length < mine.Length)
        {
            tenant.Ledger.Happened(SimulatorFault.ScopeWithheld);
        }

        var lifetime = tenant.Options.TokenLifetime;
        var token = tenant.Tokens.Issue(tenant.Time.GetUtcNow() + lifetime, given);
        return new SimulatorResponse(
            200, ResponseJson.Serialize(
                (token, (long)lifetime.TotalSeconds, tenant.Options.ScopeForm),
                static (json, issued) => Write(json, issued)));
    }

    private static void Write(
        Utf8JsonWriter json, (IssuedToken Token, long ExpiresIn, SimulatorScopeForm ScopeForm) issued)
    {
        json.WriteString("access_token"u8, issued.Token.Value);
        json.WriteNumber("expires_in"u8, issued.ExpiresIn);
        json.WriteString("token_type"u8, "bearer"u8);
        json.WritePropertyName("scope"u8);
        json.WriteRawValue(Scopes(issued.Token.Scopes, issued.ScopeForm));
    }

    private static string Scopes(IEnumerable<string> scopes, SimulatorScopeForm form) => form switch
    {
        SimulatorScopeForm.List => $"[{string.Join(',', scopes.Select(scope => $"\"{scope}\""))}]",
        SimulatorScopeForm.Commas => $"\"{string.Join(',', scopes)}\"",
        SimulatorScopeForm.UpperCase => $"\"{string.Join(' ', scopes).ToUpperInvariant()}\"",
        SimulatorScopeForm.Unknown => "{}",
        _ => $"\"{string.Join(' ', scopes)}\"",
    };
}
