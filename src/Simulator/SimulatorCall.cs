namespace CxoneAssist.Simulator;

/// <summary>The calls that CXone has.</summary>
public enum SimulatorCall
{
    /// <summary>Any other call; it is answered 404.</summary>
    Unexpected,

    /// <summary><c>POST /oauth/token</c></summary>
    Token,

    /// <summary><c>GET /api/v2/interactions/{id}/postinteractionforms</c></summary>
    Form,

    /// <summary><c>POST /api/v2/workflows/tasks</c></summary>
    CreateTask,

    /// <summary><c>GET /api/v2/workflows/tasks?customFieldId=…&amp;customFieldValue=…</c></summary>
    FindTasks,

    /// <summary><c>POST /api/v2/notifications/agents</c></summary>
    Notify,
}
