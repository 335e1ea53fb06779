    .section .rodata
    .global callwright_ready_tenant_begin
    .global callwright_ready_tenant_end
callwright_ready_tenant_begin:
    .incbin "api/examples/tenant-prairie-plumbing.json"
callwright_ready_tenant_end:
    .section .note.GNU-stack, "", @progbits
