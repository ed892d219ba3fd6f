namespace CxoneAssist.Simulator;

/// <summary>How a token answer writes the scopes that it grants.</summary>
public enum SimulatorScopeForm
{
    /// <summary>One text, separated by spaces, as the standard says.</summary>
    Text,

    /// <summary>One text, separated by commas.</summary>
    Commas,

    /// <summary>One text in upper case.</summary>
    UpperCase,

    /// <summary>A JSON list of texts.</summary>
    List,

    /// <summary>A JSON object, a form that no client knows.</summary>
    Unknown,
}
