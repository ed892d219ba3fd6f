using System.Reflection;

namespace CxoneAssist.Infrastructure;

internal static class ProductVersion
{
    /// <summary>The version of the product, as it is released: without the commit it was built from.</summary>
    public static readonly string Text =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
