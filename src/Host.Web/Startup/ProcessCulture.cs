using System.Globalization;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// The process has ICU for the normal form of texts only (docs/adr/0028): what it writes and reads must not depend on
/// the language of the machine.
/// </summary>
internal static class ProcessCulture
{
    public static void MakeInvariant()
    {
        var invariant = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = invariant;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = invariant;
    }
}
